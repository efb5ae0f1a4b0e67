package dev.shareimage.cloud.aliyun;

import dev.shareimage.cloud.CloudException;

/** Makes calls as the caller that the credentials name. */
@FunctionalInterface
interface Calls {

    ApiResponse make(Call call) throws CloudException;
}

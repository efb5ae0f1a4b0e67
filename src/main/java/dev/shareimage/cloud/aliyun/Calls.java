package dev.shareimage.cloud.aliyun;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.aliyun.rpc.ApiResponse;
import dev.shareimage.cloud.aliyun.rpc.Call;

/** Makes calls as the caller that the credentials name. */
@FunctionalInterface
public interface Calls {

    ApiResponse make(Call call) throws CloudException;
}

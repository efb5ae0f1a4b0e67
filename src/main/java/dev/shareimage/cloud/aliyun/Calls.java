package dev.shareimage.cloud.aliyun;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.aliyun.rpc.ApiResponse;
import dev.shareimage.cloud.aliyun.rpc.Call;

/** Makes calls with the credentials of the chain. */
@FunctionalInterface
public interface Calls {

    ApiResponse make(Call call) throws CloudException;
}

package dev.shareimage.cloud.aliyun;

import com.aliyuncs.sts.model.v20150401.GetCallerIdentityRequest;
import dev.shareimage.cloud.CallerIdentity;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Identity;
import dev.shareimage.cloud.aliyun.rpc.ApiResponse;
import dev.shareimage.cloud.aliyun.rpc.Call;
import dev.shareimage.cloud.aliyun.rpc.Product;
import dev.shareimage.domain.AccountId;

/** {@link Identity} through the API of STS. */
record AliyunIdentity(Calls calls) implements Identity {

    @Override
    public CallerIdentity caller() throws CloudException {
        ApiResponse answer = calls.make(Call.central(Product.STS, new GetCallerIdentityRequest(), ""));
        return new CallerIdentity(
                answer.value("AccountId", AccountId::new),
                answer.textIfAny("Arn").orElse(""));
    }
}

package dev.shareimage.cloud.aliyun;

import com.aliyuncs.sts.model.v20150401.AssumeRoleRequest;
import com.aliyuncs.sts.model.v20150401.AssumeRoleWithOIDCRequest;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.aliyun.credentials.Credentials;
import dev.shareimage.cloud.aliyun.credentials.CredentialsSource;
import dev.shareimage.cloud.aliyun.credentials.RoleToAssume;
import dev.shareimage.cloud.aliyun.credentials.TokenService;
import dev.shareimage.cloud.aliyun.rpc.ApiClient;
import dev.shareimage.cloud.aliyun.rpc.ApiResponse;
import dev.shareimage.cloud.aliyun.rpc.Call;
import dev.shareimage.cloud.aliyun.rpc.Product;

/** Gets sessions from STS, through the same API client as all calls. */
record StsTokens(ApiClient client) implements TokenService {

    @Override
    public Credentials assume(RoleToAssume role, CredentialsSource caller) throws CloudException {
        AssumeRoleRequest request = new AssumeRoleRequest();
        request.setRoleArn(role.arn());
        request.setRoleSessionName(role.sessionName());
        request.setDurationSeconds(role.seconds());
        if (role.externalId() != null) {
            request.setExternalId(role.externalId());
        }
        if (role.policy() != null) {
            request.setPolicy(role.policy());
        }
        return session(
                client.call(Call.central(Product.STS, request, role.arn()).at(role.address()), caller));
    }

    @Override
    public Credentials assumeWithOidc(RoleToAssume role, String providerArn, String token) throws CloudException {
        AssumeRoleWithOIDCRequest request = new AssumeRoleWithOIDCRequest();
        request.setRoleArn(role.arn());
        request.setRoleSessionName(role.sessionName());
        request.setDurationSeconds(role.seconds());
        request.setOIDCProviderArn(providerArn);
        request.setOIDCToken(token);
        if (role.policy() != null) {
            request.setPolicy(role.policy());
        }
        return session(
                client.call(Call.central(Product.STS, request, role.arn()).at(role.address()), null));
    }

    private static Credentials session(ApiResponse answer) throws CloudException {
        ApiResponse credentials = answer.object("Credentials");
        return new Credentials(
                credentials.text("AccessKeyId"),
                credentials.text("AccessKeySecret"),
                credentials.text("SecurityToken"),
                credentials.timeOrNull("Expiration"));
    }
}

package dev.shareimage.cloud.aliyun;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.aliyun.credentials.CredentialSettings;
import dev.shareimage.cloud.aliyun.credentials.CredentialsChain;
import dev.shareimage.cloud.aliyun.credentials.CredentialsSource;
import dev.shareimage.cloud.aliyun.http.BoundedTransport;
import dev.shareimage.cloud.aliyun.rpc.ApiClient;
import dev.shareimage.cloud.aliyun.rpc.ApiResponse;
import dev.shareimage.cloud.aliyun.rpc.Call;
import org.jspecify.annotations.Nullable;

/** Makes calls as the caller. The credentials are found at the first call. */
final class CallerCalls implements Calls {

    private final AliyunSettings settings;
    private final CredentialSettings credentialSettings;
    private final ApiClient client;
    private final BoundedTransport transport;
    private @Nullable CredentialsChain credentials;
    private @Nullable CredentialsSource caller;

    CallerCalls(
            AliyunSettings settings,
            CredentialSettings credentialSettings,
            ApiClient client,
            BoundedTransport transport) {
        this.settings = settings;
        this.credentialSettings = credentialSettings;
        this.client = client;
        this.transport = transport;
    }

    @Override
    public ApiResponse make(Call call) throws CloudException {
        return client.call(call, caller());
    }

    /** The sources of credentials that are in use. */
    synchronized CredentialsChain credentials() {
        if (credentials == null) {
            credentials = new CredentialsChain(
                    credentialSettings,
                    new StsTokens(client),
                    new TokenHttp(transport),
                    new AskedTime(client, transport, settings.endpoints(), settings.limits()),
                    settings.listener()::authenticated);
        }
        return credentials;
    }

    private synchronized CredentialsSource caller() throws CloudException {
        if (caller == null) {
            CredentialsChain chain = credentials();
            String role = settings.role();
            caller = role == null ? chain : chain.inRole(role);
        }
        return caller;
    }
}

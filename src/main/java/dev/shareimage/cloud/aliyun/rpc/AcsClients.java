package dev.shareimage.cloud.aliyun.rpc;

import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.IAcsClient;
import com.aliyuncs.auth.AlibabaCloudCredentials;
import com.aliyuncs.auth.AlibabaCloudCredentialsProvider;
import com.aliyuncs.auth.AnonymousCredentials;
import com.aliyuncs.auth.BasicCredentials;
import com.aliyuncs.auth.BasicSessionCredentials;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.http.HttpClientConfig;
import com.aliyuncs.http.HttpClientType;
import com.aliyuncs.profile.DefaultProfile;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.aliyun.credentials.Credentials;
import dev.shareimage.cloud.aliyun.credentials.CredentialsSource;
import dev.shareimage.cloud.aliyun.http.BoundedTransport;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The SDK's clients: one for each source of credentials, because a chain of roles has several. */
public final class AcsClients {

    /** Stands for no credentials. */
    private static final CredentialsSource NOBODY = () -> Credentials.key("", "");

    private final BoundedTransport transport;
    private final Map<CredentialsSource, IAcsClient> clients = new IdentityHashMap<>();

    public AcsClients(BoundedTransport transport) {
        this.transport = transport;
    }

    /**
     * The client that signs with these credentials.
     *
     * @param source the source, or null for the few calls that take none
     */
    public synchronized IAcsClient of(@Nullable CredentialsSource source) {
        return source == null
                ? clients.computeIfAbsent(NOBODY, nobody -> client(AnonymousCredentials::new))
                : clients.computeIfAbsent(source, known -> client(new Provider(known)));
    }

    private IAcsClient client(AlibabaCloudCredentialsProvider provider) {
        HttpClientConfig config = new HttpClientConfig();
        config.setClientType(HttpClientType.Custom);
        config.setCustomClientClassName(TransportHttpClient.class.getName());
        config.setExtParam(TransportHttpClient.TRANSPORT, transport);
        // The client has no region, because the SDK would add it to calls that take none.
        DefaultProfile profile = DefaultProfile.getProfile("");
        profile.setHttpClientConfig(config);
        profile.setCloseTrace(true);
        return new DefaultAcsClient(profile, provider);
    }

    /** The credentials of the chain, behind the SDK's interface. */
    private record Provider(CredentialsSource source) implements AlibabaCloudCredentialsProvider {

        @Override
        public AlibabaCloudCredentials getCredentials() throws ClientException {
            try {
                Credentials now = source.current();
                return now.securityToken() == null
                        ? new BasicCredentials(now.accessKeyId(), now.accessKeySecret())
                        : new BasicSessionCredentials(now.accessKeyId(), now.accessKeySecret(), now.securityToken());
            } catch (CloudException e) {
                throw new ClientException(e);
            }
        }
    }
}

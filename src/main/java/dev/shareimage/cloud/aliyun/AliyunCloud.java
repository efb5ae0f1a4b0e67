package dev.shareimage.cloud.aliyun;

import dev.shareimage.cloud.CallCount;
import dev.shareimage.cloud.CallPool;
import dev.shareimage.cloud.CallerIdentity;
import dev.shareimage.cloud.Cloud;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Directory;
import dev.shareimage.cloud.Identity;
import dev.shareimage.cloud.ImageShares;
import dev.shareimage.cloud.Images;
import dev.shareimage.cloud.Keys;
import dev.shareimage.cloud.Quotas;
import dev.shareimage.cloud.Regions;
import dev.shareimage.cloud.ResourceShares;
import dev.shareimage.cloud.Roles;
import dev.shareimage.cloud.Trials;
import dev.shareimage.cloud.aliyun.credentials.CredentialSettings;
import dev.shareimage.cloud.aliyun.credentials.CredentialsChain;
import dev.shareimage.cloud.aliyun.credentials.CredentialsSource;
import dev.shareimage.cloud.aliyun.http.BoundedTransport;
import dev.shareimage.cloud.aliyun.http.Proxies;
import dev.shareimage.cloud.aliyun.http.Transport;
import dev.shareimage.cloud.aliyun.http.TrustedAuthorities;
import dev.shareimage.cloud.aliyun.http.UrlTransport;
import dev.shareimage.cloud.aliyun.http.WarmupTransport;
import dev.shareimage.cloud.aliyun.rpc.AcsClients;
import dev.shareimage.cloud.aliyun.rpc.ApiClient;
import dev.shareimage.cloud.aliyun.rpc.ApiResponse;
import dev.shareimage.cloud.aliyun.rpc.Call;
import dev.shareimage.cloud.aliyun.rpc.CallLimits;
import dev.shareimage.cloud.aliyun.rpc.CallRecord;
import dev.shareimage.cloud.aliyun.rpc.Endpoints;
import dev.shareimage.cloud.aliyun.rpc.Product;
import dev.shareimage.cloud.aliyun.rpc.Sleeper;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.RegionId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The cloud, or another server that speaks its protocol at the given endpoints. Nothing is read, loaded or connected
 * before the first call. Thread-safe.
 */
public final class AliyunCloud implements Cloud {

    /** The vendor's own spelling. */
    private static final String TLS_CHECKS_OFF = "ALIBABACLOUD_JAVA_CORE_INGNORE_SSL";

    /** The image of {@link #forWarmup}. */
    public static final ImageId WARMUP_IMAGE = new ImageId(WarmupTransport.IMAGE);

    /** The account of {@link #forWarmup}. */
    public static final AccountId WARMUP_ACCOUNT = new AccountId(WarmupTransport.ACCOUNT);

    private final AliyunSettings settings;
    private final CallPool pool;
    private final TrustedAuthorities trusted;
    private final BoundedTransport transport;
    private final ApiClient client;
    private final CredentialSettings credentialSettings;
    private final Map<String, AccountId> accounts = new ConcurrentHashMap<>();
    private @Nullable CredentialsChain credentials;
    private @Nullable CredentialsSource caller;
    private @Nullable Directory directory;

    /**
     *
     * @param pool the threads of the run, for lists of many pages
     * @throws InvalidValueException if the environment asks for connections without TLS checks
     */
    public AliyunCloud(AliyunSettings settings, CallPool pool) {
        this(settings, pool, Sleeper.real(settings.clock()));
    }

    AliyunCloud(AliyunSettings settings, CallPool pool, Sleeper sleeper) {
        this(settings, pool, sleeper, TrustedAuthorities.of(settings.environment()));
    }

    private AliyunCloud(AliyunSettings settings, CallPool pool, Sleeper sleeper, TrustedAuthorities trusted) {
        this(
                settings,
                pool,
                sleeper,
                trusted,
                new UrlTransport(new Proxies(settings.environment()), trusted, settings.userAgent()));
    }

    private AliyunCloud(
            AliyunSettings settings, CallPool pool, Sleeper sleeper, TrustedAuthorities trusted, Transport transport) {
        if (settings.environment().getOrDefault(TLS_CHECKS_OFF, "").equalsIgnoreCase("YES")) {
            throw new InvalidValueException(
                    TLS_CHECKS_OFF + "=YES asks for connections that anybody can read and change; unset it");
        }
        this.settings = settings;
        this.pool = pool;
        this.trusted = trusted;
        this.credentialSettings = new CredentialSettings(
                settings.environment(),
                settings.home(),
                settings.profile(),
                settings.clock(),
                settings.limits().deadline(),
                settings.language());
        this.transport = new BoundedTransport(transport);
        this.client = new ApiClient(
                settings.endpoints(),
                settings.limits(),
                new AcsClients(this.transport)::of,
                sleeper,
                new CallRecord(settings.trace(), settings.listener()));
    }

    /**
     * A cloud for warm-up. It sends nothing, and its answers let {@link #WARMUP_IMAGE} be shared with {@link
     * #WARMUP_ACCOUNT} as in a first share.
     */
    public static AliyunCloud forWarmup(InstantSource clock, CallPool pool, Instant deadline) {
        AliyunSettings settings = new AliyunSettings(
                Map.of("ALIBABA_CLOUD_ACCESS_KEY_ID", "warmup", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "warmup"),
                Path.of(""),
                null,
                Endpoints.vendor(),
                CallLimits.until(deadline),
                line -> {},
                call -> {},
                clock,
                "");
        return new AliyunCloud(
                settings, pool, Sleeper.real(clock), TrustedAuthorities.of(Map.of()), new WarmupTransport());
    }

    /**
     * Reads whose certificates are accepted, where any product is reached over TLS.
     *
     * @throws InvalidValueException when the file that the environment names cannot be used
     */
    public void prepareTls() {
        if (settings.endpoints().useTls()) {
            trusted.load();
        }
    }

    /**
     * The region of the profile in use, as {@code aliyun configure} stores it; empty if there is none.
     *
     * @throws CloudException if that profile cannot be used
     */
    public Optional<RegionId> profileRegion() throws CloudException {
        return credentialSettings.profileRegion();
    }

    private ApiResponse make(Call call) throws CloudException {
        return client.call(call, caller());
    }

    private synchronized CredentialsSource caller() throws CloudException {
        if (caller == null) {
            CredentialsChain chain = credentials();
            String role = settings.role();
            caller = role == null ? chain : chain.inRole(role);
        }
        return caller;
    }

    private synchronized CredentialsChain credentials() {
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

    @Override
    public Identity identity() {
        Identity asked = new AliyunIdentity(this::make);
        return new Identity() {
            @Override
            public CallerIdentity caller() throws CloudException {
                CallerIdentity caller = asked.caller();
                settings.listener().identified(caller);
                return caller;
            }

            @Override
            public Optional<String> credentialsOrigin() {
                try {
                    return Optional.of(credentials().origin());
                } catch (CloudException e) {
                    return Optional.empty();
                }
            }
        };
    }

    @Override
    public Images images() {
        return new AliyunImages(this::make);
    }

    @Override
    public ImageShares imageShares() {
        return new AliyunImageShares(this::make, pool, text -> accounts.computeIfAbsent(text, AccountId::new));
    }

    @Override
    public Roles roles() {
        return new AliyunRoles(this::make);
    }

    @Override
    public Keys keys() {
        return new AliyunKeys(this::make);
    }

    @Override
    public Trials trials() {
        return new AliyunTrials(this::make);
    }

    @Override
    public Quotas quotas() {
        return new AliyunQuotas(this::make);
    }

    @Override
    public Regions regions() {
        return new AliyunRegions(this::make);
    }

    @Override
    public ResourceShares resourceShares() {
        return new AliyunResourceShares(this::make);
    }

    @Override
    public synchronized Directory directory() {
        if (directory == null) {
            directory = new AliyunDirectory(this::make, !settings.endpoints().overridden(Product.RESOURCE_DIRECTORY));
        }
        return directory;
    }

    @Override
    public CallCount calls() {
        return client.count();
    }
}

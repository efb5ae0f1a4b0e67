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
import dev.shareimage.cloud.aliyun.http.BoundedTransport;
import dev.shareimage.cloud.aliyun.http.Proxies;
import dev.shareimage.cloud.aliyun.http.Transport;
import dev.shareimage.cloud.aliyun.http.TrustedAuthorities;
import dev.shareimage.cloud.aliyun.http.UrlTransport;
import dev.shareimage.cloud.aliyun.http.WarmupTransport;
import dev.shareimage.cloud.aliyun.rpc.AcsClients;
import dev.shareimage.cloud.aliyun.rpc.ApiClient;
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
    private final ApiClient client;
    private final CredentialSettings credentialSettings;
    private final CallerCalls calls;
    private final Map<String, AccountId> accounts = new ConcurrentHashMap<>();
    private @Nullable Directory directory;

    /**
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
                settings.language(),
                settings.giver());
        BoundedTransport bounded = new BoundedTransport(transport);
        this.client = new ApiClient(
                settings.endpoints(),
                settings.limits(),
                new AcsClients(bounded)::of,
                sleeper,
                new CallRecord(settings.trace(), settings.listener()));
        this.calls = new CallerCalls(settings, credentialSettings, client, bounded);
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
     * Reads the trusted certificate authorities if any product is reached over TLS.
     *
     * @throws InvalidValueException if the file that the environment names cannot be used
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

    @Override
    public Identity identity() {
        Identity asked = new AliyunIdentity(calls);
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
                    return Optional.of(calls.credentials().origin());
                } catch (CloudException e) {
                    return Optional.empty();
                }
            }
        };
    }

    @Override
    public Images images() {
        return new AliyunImages(calls);
    }

    @Override
    public ImageShares imageShares() {
        return new AliyunImageShares(calls, pool, text -> accounts.computeIfAbsent(text, AccountId::new));
    }

    @Override
    public Roles roles() {
        return new AliyunRoles(calls);
    }

    @Override
    public Keys keys() {
        return new AliyunKeys(calls);
    }

    @Override
    public Trials trials() {
        return new AliyunTrials(calls);
    }

    @Override
    public Quotas quotas() {
        return new AliyunQuotas(calls);
    }

    @Override
    public Regions regions() {
        return new AliyunRegions(calls);
    }

    @Override
    public ResourceShares resourceShares() {
        return new AliyunResourceShares(calls);
    }

    @Override
    public synchronized Directory directory() {
        if (directory == null) {
            directory = new AliyunDirectory(calls, !settings.endpoints().overridden(Product.RESOURCE_DIRECTORY));
        }
        return directory;
    }

    @Override
    public CallCount calls() {
        return client.count();
    }
}

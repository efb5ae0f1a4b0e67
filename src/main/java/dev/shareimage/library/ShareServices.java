package dev.shareimage.library;

import dev.shareimage.app.ShareService;
import dev.shareimage.app.proposal.CloudShareService;
import dev.shareimage.app.run.HostLock;
import dev.shareimage.app.run.RunClock;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.cloud.CallPool;
import dev.shareimage.cloud.Cloud;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.aliyun.AliyunCloud;
import dev.shareimage.cloud.aliyun.AliyunSettings;
import dev.shareimage.cloud.aliyun.rpc.CallLimits;
import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import java.time.Instant;
import java.util.Optional;

/** A service and its threads. It reads and connects nothing before the first request. */
public final class ShareServices implements AutoCloseable {

    private final ShareService service;
    private final Parallel parallel;

    private ShareServices(Cloud cloud, CallPool pool, ServiceSettings settings, Instant deadline) {
        this.parallel = new Parallel(pool);
        RunClock clock = new RunClock(settings.clock, deadline, settings.settle, settings.random, settings.sleeper);
        Messages messages = settings.messages.apply(Messages.load("app", settings.language));
        this.service = new CloudShareService(
                new RunContext(
                        cloud,
                        parallel,
                        clock,
                        settings.maxAttempts,
                        new HostLock(settings.lockFile),
                        messages,
                        settings.progress),
                settings.region);
    }

    /**
     * Opens a service on the cloud.
     *
     * @throws InvalidValueException if the environment asks for connections without TLS checks, or names a file of
     *     certificates that cannot be used
     */
    public static ShareServices open(ServiceSettings settings) {
        Instant deadline = deadline(settings);
        CallPool pool = new CallPool(settings.concurrency);
        AliyunCloud cloud = cloud(settings, pool, deadline);
        cloud.prepareTls();
        return new ShareServices(cloud, pool, settings, deadline);
    }

    /** Opens a service on a cloud that sends nothing, to warm up for a first share. */
    public static ShareServices forWarmup(ServiceSettings settings) {
        Instant deadline = deadline(settings);
        CallPool pool = new CallPool(settings.concurrency);
        return new ShareServices(AliyunCloud.forWarmup(settings.clock, pool, deadline), pool, settings, deadline);
    }

    /**
     * The region of the profile in use, as {@code aliyun configure} stores it; empty if there is none.
     *
     * @throws CloudException if that profile cannot be used
     */
    public static Optional<RegionId> profileRegion(ServiceSettings settings) throws CloudException {
        try (CallPool pool = new CallPool(settings.concurrency)) {
            return cloud(settings, pool, deadline(settings)).profileRegion();
        }
    }

    /** The service. It may be used by several threads. */
    public ShareService service() {
        return service;
    }

    private static Instant deadline(ServiceSettings settings) {
        return settings.clock.instant().plus(settings.timeout);
    }

    private static AliyunCloud cloud(ServiceSettings settings, CallPool pool, Instant deadline) {
        return new AliyunCloud(
                new AliyunSettings(
                        settings.environment,
                        settings.home,
                        settings.profile,
                        settings.endpoints,
                        CallLimits.until(deadline)
                                .attempts(settings.maxAttempts, settings.maxThrottledAttempts)
                                .concurrency(settings.concurrency),
                        settings.trace,
                        settings.listener,
                        settings.clock,
                        settings.userAgent,
                        settings.language,
                        settings.role,
                        settings.giver),
                pool);
    }

    /** Ends the threads. */
    @Override
    public void close() {
        parallel.close();
    }
}

package dev.shareimage.cli;

import dev.shareimage.app.ShareService;
import dev.shareimage.app.proposal.CloudShareService;
import dev.shareimage.app.run.HostLock;
import dev.shareimage.app.run.RunClock;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.cli.options.CloudOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.aliyun.AliyunCloud;
import dev.shareimage.cloud.aliyun.AliyunSettings;
import dev.shareimage.cloud.aliyun.rpc.CallLimits;
import dev.shareimage.cloud.aliyun.rpc.CallListener;
import dev.shareimage.cloud.aliyun.rpc.Endpoints;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The way to the cloud's endpoints, with the credentials of the environment. */
final class AliyunConnector implements CloudConnector {

    /** Where lists of regions are asked for by commands that need no region themselves. */
    private static final RegionId OLDEST_REGION = new RegionId("cn-hangzhou");

    private final ProcessContext context;
    private final Map<String, String> environment;
    private final Clock clock = Clock.systemUTC();
    private @Nullable Parallel parallel;
    private @Nullable AuditLog auditLog;

    /**
     * @param environment what the credentials are taken from
     */
    AliyunConnector(ProcessContext context, Map<String, String> environment) {
        this.context = context;
        this.environment = environment;
    }

    @Override
    public Optional<RegionId> usualRegion(CloudOptions options, String language) throws CloudException {
        return new AliyunCloud(settings(options, line -> {}, call -> {}, language)).profileRegion();
    }

    @Override
    public ShareService service(Request request) throws UsageException {
        CloudOptions options = request.options();
        auditLog = AuditLog.open(options.auditLog(), request.command(), context);
        parallel = new Parallel(options.concurrency());
        RunContext run = new RunContext(
                new AliyunCloud(settings(
                        options, request.trace(), new OriginListener(auditLog, request.origin()), request.language())),
                parallel,
                new RunClock(
                        clock,
                        deadline(options),
                        options.settle(),
                        new Random(),
                        time -> Thread.sleep(time.toMillis())),
                new HostLock(Optional.of(StateDirectory.of(context).resolve("trust.lock"))),
                Messages.load("app", request.language()).completedBy(request.pasted()::complete));
        return new CloudShareService(run, request.region().orElse(OLDEST_REGION));
    }

    private AliyunSettings settings(
            CloudOptions options, Consumer<String> trace, CallListener listener, String language) {
        return new AliyunSettings(
                environment,
                context.home(),
                options.profile().orElse(null),
                Endpoints.of(options.endpoints()),
                CallLimits.until(deadline(options)).attempts(options.maxAttempts()),
                trace,
                listener,
                clock,
                "share-image/" + context.version(),
                language);
    }

    private Instant deadline(CloudOptions options) {
        return clock.instant().plus(options.timeout());
    }

    @Override
    public boolean isLogged() {
        return auditLog == null || auditLog.isComplete();
    }

    @Override
    public void close() {
        if (parallel != null) {
            parallel.close();
        }
        if (auditLog != null) {
            auditLog.close();
        }
    }
}

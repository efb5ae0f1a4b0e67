package dev.shareimage.cli;

import dev.shareimage.app.ShareService;
import dev.shareimage.cli.options.CloudOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.RegionId;
import dev.shareimage.library.ServiceSettings;
import dev.shareimage.library.ShareServices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Connects to the cloud's endpoints with the credentials of the environment. */
final class AliyunConnector implements CloudConnector {

    private final ProcessContext context;
    private final Map<String, String> environment;
    private final @Nullable String giver;
    private final List<ShareServices> inRoles = new ArrayList<>();
    private @Nullable ShareServices services;
    private @Nullable AuditLog auditLog;

    /**
     * @param environment the variables for the credentials
     * @param giver who put the credentials there, for people; null for the user
     */
    AliyunConnector(ProcessContext context, Map<String, String> environment, @Nullable String giver) {
        this.context = context;
        this.environment = environment;
        this.giver = giver;
    }

    @Override
    public Optional<RegionId> usualRegion(CloudOptions options, String language) throws CloudException {
        return ShareServices.profileRegion(settings(options, language));
    }

    @Override
    public ShareService service(Request request) throws UsageException {
        CloudOptions options = request.options();
        auditLog = AuditLog.open(options.auditLog(), request.command(), context);
        ServiceSettings settings = settings(options, request.language())
                .concurrency(options.concurrency())
                .settle(options.settle())
                .lockFile(StateDirectory.of(context).resolve("trust.lock"))
                .messages(messages -> messages.completedBy(request.pasted()::complete))
                .trace(request.trace())
                .progress(request.progress())
                .listener(new OriginListener(auditLog, request.origin()));
        request.region().ifPresent(settings::region);
        services = ShareServices.open(settings);
        return services.service();
    }

    @Override
    public ShareService serviceIn(Request request, String role) {
        CloudOptions options = request.options();
        ServiceSettings settings = settings(options, request.language())
                .role(role)
                .concurrency(options.concurrency())
                .messages(messages -> messages.completedBy(request.pasted()::complete))
                .trace(request.trace());
        request.region().ifPresent(settings::region);
        ShareServices opened = ShareServices.open(settings);
        inRoles.add(opened);
        return opened.service();
    }

    private ServiceSettings settings(CloudOptions options, String language) {
        ServiceSettings settings = new ServiceSettings(environment, context.home())
                .profile(options.profile().orElse(null))
                .giver(giver)
                .endpoints(options.endpoints())
                .timeout(options.timeout())
                .userAgent("share-image/" + context.version())
                .language(language);
        options.maxAttempts().ifPresent(settings::maxAttempts);
        return settings;
    }

    @Override
    public boolean isLogged() {
        return auditLog == null || auditLog.isComplete();
    }

    @Override
    public void close() {
        if (services != null) {
            services.close();
        }
        inRoles.forEach(ShareServices::close);
        if (auditLog != null) {
            auditLog.close();
        }
    }
}

package dev.shareimage.cli;

import dev.shareimage.app.PastedCommands;
import dev.shareimage.app.ShareService;
import dev.shareimage.cli.options.CloudOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import dev.shareimage.sandbox.RunningSandbox;
import dev.shareimage.sandbox.Sandbox;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Starts the local cloud for the duration of a command, and connects to it as the account that owns its images. */
final class SandboxConnector implements CloudConnector {

    private final Path directory;
    private final ProcessContext context;
    private @Nullable RunningSandbox running;
    private @Nullable CloudConnector connector;

    SandboxConnector(Path directory, ProcessContext context) {
        this.directory = directory;
        this.context = context;
    }

    @Override
    public Optional<RegionId> usualRegion(CloudOptions options, String language) {
        return Optional.of(new RegionId(Sandbox.DEFAULT_REGION));
    }

    @Override
    public ShareService service(Request request) throws UsageException {
        Sandbox sandbox = Sandbox.open(directory);
        Map<String, String> environment;
        try {
            running = sandbox.start(0);
            environment = environment(sandbox, running.uri(), request.options().profile());
        } catch (UncheckedIOException e) {
            throw new UsageException("sandbox.state", directory, String.valueOf(e.getMessage()));
        }
        connector = new AliyunConnector(context, environment, giver(request));
        return connector.service(request.withOptions(request.options().withEndpoint(running.uri())));
    }

    @Override
    public ShareService serviceIn(Request request, String role) throws UsageException {
        if (connector == null || running == null) {
            throw new IllegalStateException("the local cloud does not run yet");
        }
        return connector.serviceIn(request.withOptions(request.options().withEndpoint(running.uri())), role);
    }

    /** The user has set no credentials, so they are those of the sandbox's account or user. */
    private static String giver(Request request) {
        String identity = request.options()
                .profile()
                .filter(PastedCommands::isLocalIdentity)
                .orElse(Sandbox.OWNER);
        return Messages.load("cli", request.language()).get("sandbox.credentials", identity);
    }

    /**
     * A profile that names an account of the local cloud selects that account. Profiles of the real cloud are not used
     * here.
     */
    static Map<String, String> environment(Sandbox sandbox, URI uri, Optional<String> profile) throws UsageException {
        if (profile.isEmpty() || !PastedCommands.isLocalIdentity(profile.get())) {
            return sandbox.environment(uri);
        }
        Optional<Map<String, String>> environment = sandbox.environment(uri, profile.get());
        if (environment.isEmpty()) {
            throw new UsageException("sandbox.nobody", profile.get());
        }
        return environment.get();
    }

    @Override
    public boolean isLogged() {
        return connector == null || connector.isLogged();
    }

    @Override
    public void close() {
        if (connector != null) {
            connector.close();
        }
        if (running != null) {
            running.close();
        }
    }
}

package dev.shareimage.cli;

import dev.shareimage.app.ShareService;
import dev.shareimage.cli.options.CloudOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.domain.RegionId;
import dev.shareimage.sandbox.RunningSandbox;
import dev.shareimage.sandbox.Sandbox;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Starts the local cloud for as long as a command runs, and goes to it as the account that owns its images. */
final class SandboxConnector implements CloudConnector {

    private final Path directory;
    private final ProcessContext context;
    private @Nullable RunningSandbox running;
    private @Nullable CloudConnector gateway;

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
            environment = sandbox.environment(running.uri());
        } catch (UncheckedIOException e) {
            throw new UsageException("sandbox.state", directory);
        }
        gateway = new AliyunConnector(context, environment);
        return gateway.service(request.withOptions(request.options().withEndpoint(running.uri())));
    }

    @Override
    public boolean isLogged() {
        return gateway == null || gateway.isLogged();
    }

    @Override
    public void close() {
        if (gateway != null) {
            gateway.close();
        }
        if (running != null) {
            running.close();
        }
    }
}

package dev.shareimage.cli;

import dev.shareimage.cli.options.CloudOptions;
import java.nio.file.Path;

/** The directory with the state of the local cloud. */
final class SandboxDirectory {

    private SandboxDirectory() {}

    /** The directory that an option names, or the default. */
    static Path of(CloudOptions options, ProcessContext context) {
        return options.sandbox()
                .flatMap(CloudOptions.Sandbox::directory)
                .map(named -> context.directory().resolve(named))
                .orElseGet(() -> StateDirectory.of(context).resolve("sandbox"));
    }
}

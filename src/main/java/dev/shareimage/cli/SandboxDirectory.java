package dev.shareimage.cli;

import dev.shareimage.cli.options.CloudOptions;
import java.nio.file.Path;

/** Where the local cloud keeps its state. */
final class SandboxDirectory {

    private SandboxDirectory() {}

    /** The directory that was named, or the usual one. */
    static Path of(CloudOptions options, ProcessContext context) {
        return options.sandbox()
                .flatMap(CloudOptions.Sandbox::directory)
                .map(named -> context.directory().resolve(named))
                .orElseGet(() -> StateDirectory.of(context).resolve("sandbox"));
    }
}

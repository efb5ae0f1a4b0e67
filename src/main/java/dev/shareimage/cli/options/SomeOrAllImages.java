package dev.shareimage.cli.options;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which images, for commands that mean all of the region where none is named. */
public final class SomeOrAllImages extends ImageOptions {

    private static final String ALL = "--all-images";

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = ALL, arity = "0")
    private boolean all;

    /**
     * To be called before anything else; a variable that says all gives way to images that are named.
     *
     * @throws UsageException when some and all are asked for at once
     */
    public void check() throws UsageException {
        if (all && !images().isEmpty() && isTyped()) {
            throw new UsageException("usage.not-both", "--image-id", ALL);
        }
    }

    private boolean isTyped() {
        return command != null && command.commandLine().getParseResult().hasMatchedOption(ALL);
    }
}

package dev.shareimage.cli.options;

import picocli.CommandLine.Option;

/** Whether images that are still being made are waited for. */
public final class WaitOptions {

    @Option(names = "--wait", arity = "0")
    private boolean wait;

    /** Waits for them. */
    public boolean wanted() {
        return wait;
    }
}

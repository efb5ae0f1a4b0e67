package dev.shareimage.cli.options;

import dev.shareimage.app.TrustMode;
import picocli.CommandLine.Option;

/** The options of {@code set-trust}. */
public final class TrustOptions {

    @NotFromEnvironment
    @Option(names = "--replace", arity = "0")
    private boolean replace;

    @NotFromEnvironment
    @Option(names = "--remove", arity = "0")
    private boolean remove;

    @Option(names = "--print", arity = "0")
    private boolean print;

    @Option(names = "--show", arity = "0")
    private boolean show;

    public TrustMode mode() {
        return replace ? TrustMode.REPLACE : remove ? TrustMode.REMOVE : TrustMode.MERGE;
    }

    /** Whether only to print the policy for the given targets. */
    public boolean print() {
        return print;
    }

    /** Whether only to show the present trust of the role. */
    public boolean show() {
        return show;
    }

    /**
     * Checks them. Called first.
     *
     * @throws UsageException if the options contradict each other
     */
    public void check() throws UsageException {
        if (show && (replace || remove || print)) {
            throw new UsageException(
                    "usage.not-both", "--show", replace ? "--replace" : remove ? "--remove" : "--print");
        }
        if (replace && remove) {
            throw new UsageException("usage.not-both", "--replace", "--remove");
        }
        if (print && remove) {
            throw new UsageException("usage.not-both", "--print", "--remove");
        }
    }
}

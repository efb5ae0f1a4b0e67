package dev.shareimage.cli.options;

import picocli.CommandLine.Option;

/** What {@code unshare} removes. */
public final class RemovalOptions {

    @NotFromEnvironment
    @Option(names = "--all", arity = "0")
    private boolean all;

    @NotFromEnvironment
    @Option(names = "--prune-trust", arity = "0")
    private boolean pruneTrust;

    /** All targets instead of the named ones. */
    public boolean all() {
        return all;
    }

    /** Also the trust that no encrypted image needs any more. */
    public boolean pruneTrust() {
        return pruneTrust;
    }

    /**
     * To be called with the targets that are named besides.
     *
     * @throws UsageException when both all and some targets are to lose the image, or none
     */
    public void check(TargetOptions targets) throws UsageException {
        if (all && targets.given()) {
            throw new UsageException("usage.all-or-targets");
        }
        if (!all && !targets.given()) {
            throw new UsageException("usage.no-targets-or-all");
        }
    }
}

package dev.shareimage.cli.options;

import picocli.CommandLine.Option;

/** What may be skipped. */
public final class SafeguardOptions {

    @NotFromEnvironment
    @Option(names = "--force", arity = "0")
    private boolean force;

    @Option(names = "--allow-unlisted-region", arity = "0")
    private boolean allowUnlistedRegion;

    @Option(names = "--no-setup", arity = "0")
    private boolean noSetup;

    /** Go on in spite of the checks that say it can be overridden. */
    public boolean force() {
        return force;
    }

    /** Let the cloud decide about a region that is not listed. */
    public boolean allowUnlistedRegion() {
        return allowUnlistedRegion;
    }

    /** Leave role, policy and trust alone. */
    public boolean noSetup() {
        return noSetup;
    }
}

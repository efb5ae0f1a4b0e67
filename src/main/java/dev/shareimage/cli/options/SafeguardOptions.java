package dev.shareimage.cli.options;

import picocli.CommandLine.Option;

/** The safeguards that may be skipped. */
public final class SafeguardOptions {

    @NotFromEnvironment
    @Option(names = "--force", arity = "0")
    private boolean force;

    @Option(names = "--allow-unlisted-region", arity = "0")
    private boolean allowUnlistedRegion;

    @Option(names = "--no-setup", arity = "0")
    private boolean noSetup;

    /** Continue although a check failed that can be overridden. */
    public boolean force() {
        return force;
    }

    /** Let the cloud decide about a region that is not listed. */
    public boolean allowUnlistedRegion() {
        return allowUnlistedRegion;
    }

    /** Do not change role, policy and trust. */
    public boolean noSetup() {
        return noSetup;
    }
}

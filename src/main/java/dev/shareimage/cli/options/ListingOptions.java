package dev.shareimage.cli.options;

import picocli.CommandLine.Option;

/** The options that select shares for a list. */
public final class ListingOptions {

    @Option(names = "--untrusted", arity = "0")
    private boolean untrusted;

    /** Only shares of encrypted images that are not known to be covered by the trust. */
    public boolean untrusted() {
        return untrusted;
    }
}

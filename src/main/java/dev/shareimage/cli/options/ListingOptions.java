package dev.shareimage.cli.options;

import dev.shareimage.app.manifest.Manifest;
import dev.shareimage.app.manifest.NamedManifest;
import dev.shareimage.domain.AccountId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that select shares for a list. */
public final class ListingOptions {

    @Option(names = "--untrusted", arity = "0")
    private boolean untrusted;

    @Option(names = "--shared-with", paramLabel = "UID,…", converter = TargetOptions.AccountsConverter.class)
    private @Nullable List<AccountId> accounts;

    @Option(names = "--against", paramLabel = "FILE", converter = ManifestOptions.NamedManifestConverter.class)
    private @Nullable NamedManifest against;

    /** The manifest with the ends of the shares. */
    public Optional<Manifest> against() {
        return Optional.ofNullable(against).map(NamedManifest::manifest);
    }

    /** The accounts whose images are listed; empty for all. */
    public List<AccountId> sharedWith() {
        return accounts == null ? List.of() : List.copyOf(accounts);
    }

    /** Only shares of encrypted images that are not known to be covered by the trust. */
    public boolean untrusted() {
        return untrusted;
    }
}

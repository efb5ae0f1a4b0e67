package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The profiles of the vendor's CLI and the sections of the SDKs' shared file, and which of them is used. */
record Profiles(CredentialSettings settings, CliProfiles cli) {

    static Profiles read(CredentialSettings settings) throws CloudException {
        return new Profiles(settings, CliProfiles.read(settings));
    }

    /**
     * The profile to use: the requested one, or else the one in use of the first file that has any.
     *
     * @throws CloudException if the requested one does not exist, or if a file cannot be used
     */
    Optional<Profile> selected() throws CloudException {
        Optional<String> name = settings.profileName();
        if (name.isPresent()) {
            return Optional.of(named(name.get()));
        }
        Optional<Profile> inUse = cli.inUse();
        return inUse.isPresent() ? inUse : SharedFile.read(settings).inUse();
    }

    private Profile named(String name) throws CloudException {
        Optional<Profile> profile = cli.named(name);
        if (profile.isPresent()) {
            return profile.get();
        }
        SharedFile shared = SharedFile.read(settings);
        Optional<Profile> section = shared.named(name);
        if (section.isEmpty()) {
            Set<String> names = new LinkedHashSet<>(cli.profiles().keySet());
            names.addAll(shared.sections().keySet());
            CredentialFailures failures = settings.failures();
            throw failures.unusable("profile.unknown", Names.quoted(name), Names.of(names, failures));
        }
        if (!SharedFile.enabled(section.get())) {
            throw section.get().unusable("shared.off");
        }
        return section.get();
    }
}

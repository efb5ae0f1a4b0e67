package dev.shareimage.app.verify;

import dev.shareimage.app.state.ReadResult;
import dev.shareimage.cloud.Key;
import dev.shareimage.cloud.Keys;
import dev.shareimage.domain.KeyId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A key of the recipient's account, as far as it could be read.
 *
 * @param key the key; empty if the region has no key with that name
 */
record OwnKey(KeyId name, ReadResult<Optional<Key>> key, ReadResult<Map<String, String>> tags) {

    /** The specs that can encrypt disks (vendor documentation, encrypting disks). */
    private static final Set<String> SPECS = Set.of("Aliyun_AES_256", "Aliyun_SM4");

    /** The key, if it was found. */
    Optional<Key> found() {
        return key.known().flatMap(present -> present);
    }

    boolean enabled() {
        return found().filter(present -> present.state().equals("Enabled")).isPresent();
    }

    /** Whether its spec can encrypt disks, as far as the cloud says. */
    boolean encryptsDisks() {
        return found().map(present -> present.spec() == null || SPECS.contains(present.spec()))
                .orElse(false);
    }

    boolean tagged() {
        return tags.known()
                .filter(all -> "true".equalsIgnoreCase(all.get(Keys.DISK_TAG)))
                .isPresent();
    }

    boolean usable() {
        return enabled() && encryptsDisks() && tagged();
    }

    /** The number of changes until it is usable, to choose among several keys. */
    int distance() {
        return (encryptsDisks() ? 0 : 4) + (enabled() ? 0 : 2) + (tagged() ? 0 : 1);
    }
}

package dev.shareimage.app.state;

import dev.shareimage.cloud.Key;
import dev.shareimage.domain.KeyId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key as far as it could be read.
 *
 * @param serviceKey the key with alias {@code alias/acs/ecs} in the region; empty if there is none
 * @param serviceKeys all keys of the region that services created
 */
public record KeyState(
        KeyId id,
        ReadResult<Optional<Key>> key,
        ReadResult<Map<String, String>> tags,
        ReadResult<Optional<Key>> serviceKey,
        ReadResult<Set<KeyId>> serviceKeys) {

    /** Whether a service created the key; null if that could not be read. */
    public @Nullable Boolean madeByService(KeyId known) {
        Optional<KeyId> alias = serviceKey.known().flatMap(found -> found).map(Key::id);
        if (alias.filter(known::equals).isPresent()
                || serviceKeys.known().filter(keys -> keys.contains(known)).isPresent()) {
            return Boolean.TRUE;
        }
        return serviceKey.known().isPresent() || serviceKeys.known().isPresent() ? Boolean.FALSE : null;
    }
}

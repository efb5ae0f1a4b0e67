package dev.shareimage.app.copy;

import dev.shareimage.app.state.KeyState;
import dev.shareimage.cloud.Key;
import dev.shareimage.cloud.Keys;
import dev.shareimage.domain.KeyId;
import java.util.List;
import java.util.Optional;

/**
 * The key for a copy.
 *
 * @param named whether it was named; otherwise it is the only key that ECS may use
 * @param candidates the named key, or all keys that ECS may be able to use
 */
public record KeyChoice(boolean named, List<KeyState> candidates) {

    /** No key was named and none is needed. */
    static final KeyChoice NONE = new KeyChoice(false, List.of());

    public KeyChoice {
        candidates = List.copyOf(candidates);
    }

    /** The key, if it is clear. */
    public Optional<KeyState> chosen() {
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    /** The key's id, even if an alias was named. */
    public Optional<KeyId> keyId() {
        return chosen().map(state ->
                state.key().known().flatMap(key -> key).map(Key::id).orElse(state.id()));
    }

    /** Whether it is known that ECS may not use the key for disks. */
    static boolean unfit(KeyState state) {
        Optional<Key> key = state.key().known().flatMap(found -> found);
        boolean off = key.filter(found -> !found.state().equals("Enabled")).isPresent();
        boolean bare = state.tags()
                .known()
                .filter(tags -> !"true".equalsIgnoreCase(tags.get(Keys.DISK_TAG)))
                .isPresent();
        return off || bare || Boolean.TRUE.equals(state.madeByService(state.id()));
    }
}

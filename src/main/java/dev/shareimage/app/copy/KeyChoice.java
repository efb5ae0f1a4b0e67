package dev.shareimage.app.copy;

import dev.shareimage.app.state.KeyState;
import dev.shareimage.cloud.Key;
import dev.shareimage.cloud.Keys;
import dev.shareimage.domain.KeyId;
import java.util.List;
import java.util.Optional;

/**
 * Which key a copy is made with.
 *
 * @param named whether it was asked for by name; otherwise the one is taken that ECS may use, if there is one only
 * @param candidates the key that was named, or all of which is not known that ECS may not use them
 */
public record KeyChoice(boolean named, List<KeyState> candidates) {

    /** Nobody asked for one, and none is needed. */
    static final KeyChoice NONE = new KeyChoice(false, List.of());

    public KeyChoice {
        candidates = List.copyOf(candidates);
    }

    /** The key, when it is clear which. */
    public Optional<KeyState> chosen() {
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    /** Its id, whatever it was called by. */
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

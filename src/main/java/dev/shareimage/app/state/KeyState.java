package dev.shareimage.app.state;

import dev.shareimage.cloud.Key;
import dev.shareimage.domain.KeyId;
import java.util.Map;
import java.util.Optional;

/**
 * A key as far as it could be read.
 *
 * @param serviceKey the key behind {@code alias/acs/ecs} in the region, empty where there is none
 */
public record KeyState(
        KeyId id,
        ReadResult<Optional<Key>> key,
        ReadResult<Map<String, String>> tags,
        ReadResult<Optional<Key>> serviceKey) {}

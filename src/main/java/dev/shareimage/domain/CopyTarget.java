package dev.shareimage.domain;

import java.util.Optional;

/**
 * Where a copy of an image is wanted, and under which key.
 *
 * @param key of that region, by id or alias; empty where the one that fits is to be found
 */
public record CopyTarget(RegionId region, Optional<KeyId> key) {

    /**
     * Reads {@code REGION} or {@code REGION=KMSKEY}.
     *
     * @throws InvalidValueException when it is neither
     */
    public static CopyTarget parse(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new CopyTarget(new RegionId(text), Optional.empty())
                : new CopyTarget(
                        new RegionId(text.substring(0, equals)), Optional.of(new KeyId(text.substring(equals + 1))));
    }

    @Override
    public String toString() {
        return region + key.map(id -> "=" + id).orElse("");
    }
}

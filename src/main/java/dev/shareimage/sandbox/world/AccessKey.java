package dev.shareimage.sandbox.world;

import org.jspecify.annotations.Nullable;

/**
 * A long-lived credential.
 *
 * @param userName the RAM user that it belongs to, or null if it belongs to the account itself
 * @param disabled whether it was disabled
 */
public record AccessKey(
        String id,
        String secret,
        String accountId,
        @Nullable String userName,
        boolean disabled) implements Entity {

    @Override
    public String key() {
        return id;
    }
}

package dev.shareimage.sandbox.world;

import org.jspecify.annotations.Nullable;

/**
 * A long-lived credential.
 *
 * @param userName the RAM user it belongs to, or null when it is the account's own
 * @param disabled whether it was switched off
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

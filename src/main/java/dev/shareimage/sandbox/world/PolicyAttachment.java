package dev.shareimage.sandbox.world;

import java.time.Instant;

/**
 * A policy on a user or a role.
 *
 * @param type {@code System} or {@code Custom}
 */
public record PolicyAttachment(String type, String name, Instant attached) {

    public boolean is(String otherType, String otherName) {
        return type.equals(otherType) && name.equals(otherName);
    }
}

package dev.shareimage.cloud;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A resource share of the caller.
 *
 * @param status {@code Active}, {@code Pending}, {@code Deleting}, {@code Deleted}, or a state that the cloud adds
 * @param createdAt the time of creation, or null if the answer has none
 */
public record ResourceShare(
        String id, String name, String status, @Nullable Instant createdAt) {

    public boolean active() {
        return status.equals("Active");
    }
}

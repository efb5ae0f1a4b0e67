package dev.shareimage.cloud;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One end of a resource share: a resource or a target, and how far its association has come.
 *
 * @param entityId the image, or the target: {@code rd-…}, {@code fd-…} or an account id; what it is, its prefix says
 * @param failure why it failed, in the cloud's words, or null
 */
public record Association(
        String resourceShareId,
        String resourceShareName,
        String entityId,
        State state,
        @Nullable String failure,
        @Nullable Instant createdAt) {

    /** How far an association has come; states that the cloud adds count as {@code UNKNOWN}. */
    public enum State {
        ASSOCIATING,
        ASSOCIATED,
        FAILED,
        DISASSOCIATING,
        DISASSOCIATED,
        UNKNOWN
    }

    /** Whether it is, or is about to be, in effect. */
    public boolean live() {
        return state == State.ASSOCIATED || state == State.ASSOCIATING;
    }

    /** Whether it has ended, or never came to be. */
    public boolean over() {
        return state == State.DISASSOCIATED || state == State.FAILED;
    }
}

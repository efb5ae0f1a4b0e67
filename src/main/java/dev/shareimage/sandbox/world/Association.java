package dev.shareimage.sandbox.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A resource or a target of a resource share, and how far its association has come.
 *
 * <p>Associations take time; nothing in the world moves by itself, so the status follows from the moment one asks.
 *
 * @param kind whether it is what is shared or with whom
 * @param entityType such as {@code Image} or {@code Account}
 * @param leaving whether it is being taken out rather than put in
 * @param done when the change is complete
 * @param failureReason why it will fail at that moment, or null when it will succeed
 */
public record Association(
        Kind kind,
        String entityId,
        String entityType,
        boolean leaving,
        Instant created,
        Instant updated,
        Instant done,
        @Nullable String failureReason) {

    /** What a share consists of. */
    public enum Kind {
        RESOURCE,
        TARGET
    }

    /** How far an association has come. */
    public enum Status {
        ASSOCIATING,
        ASSOCIATED,
        FAILED,
        DISASSOCIATING,
        DISASSOCIATED;

        /** Whether the entity belongs to the share, is on its way into it or not quite out of it. */
        public boolean isPresent() {
            return this == ASSOCIATING || this == ASSOCIATED || this == DISASSOCIATING;
        }
    }

    /** Its status at a moment. */
    public Status statusAt(Instant now) {
        boolean pending = now.isBefore(done);
        if (pending) {
            return leaving ? Status.DISASSOCIATING : Status.ASSOCIATING;
        }
        if (failureReason != null) {
            return Status.FAILED;
        }
        return leaving ? Status.DISASSOCIATED : Status.ASSOCIATED;
    }

    /**
     * Whether it gives access at a moment: not yet while it is being put in, and no longer once it is to go. What failed
     * to leave is still in.
     */
    public boolean isEffectiveAt(Instant now) {
        Status status = statusAt(now);
        return status == Status.ASSOCIATED || leaving && status == Status.FAILED;
    }

    /**
     * The association as it is being taken out.
     *
     * @param failure why it will fail to leave, or null
     */
    public Association leaving(Instant now, Instant gone, @Nullable String failure) {
        return new Association(kind, entityId, entityType, true, created, now, gone, failure);
    }

    public boolean is(Kind otherKind, String otherEntityId) {
        return kind == otherKind && entityId.equals(otherEntityId);
    }
}

package dev.shareimage.sandbox.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A resource or a target of a resource share, and the progress of its association.
 *
 * <p>Associations take time. The world stores only when they end, so the status is computed for a moment.
 *
 * @param kind whether it is a resource or a target
 * @param entityType such as {@code Image} or {@code Account}
 * @param leaving whether it is being removed rather than added
 * @param done the time when the change is complete
 * @param failureReason why it will fail at that time, or null if it will succeed
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

    /** The parts of a resource share. */
    public enum Kind {
        RESOURCE,
        TARGET
    }

    /** The status of an association. */
    public enum Status {
        ASSOCIATING,
        ASSOCIATED,
        FAILED,
        DISASSOCIATING,
        DISASSOCIATED;

        /** Whether the entity is in the share, is being added, or is not yet completely removed. */
        public boolean isPresent() {
            return this == ASSOCIATING || this == ASSOCIATED || this == DISASSOCIATING;
        }
    }

    /** The status at a moment. */
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
     * Whether it gives access at a moment: not while it is being added or removed. If the removal failed, it still does.
     */
    public boolean isEffectiveAt(Instant now) {
        Status status = statusAt(now);
        return status == Status.ASSOCIATED || leaving && status == Status.FAILED;
    }

    /**
     * The association while it is being removed.
     *
     * @param failure why the removal will fail, or null
     */
    public Association leaving(Instant now, Instant gone, @Nullable String failure) {
        return new Association(kind, entityId, entityType, true, created, now, gone, failure);
    }

    public boolean is(Kind otherKind, String otherEntityId) {
        return kind == otherKind && entityId.equals(otherEntityId);
    }
}

package dev.shareimage.cloud;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One end of a resource share: a resource or a target, and the state of its association.
 *
 * @param entityId the image, or the target {@code rd-…}, {@code fd-…} or account id; the prefix tells which
 * @param failure why associating or disassociating failed, in the cloud's words, or null
 */
public record Association(
        String resourceShareId,
        String resourceShareName,
        String entityId,
        State state,
        @Nullable String failure,
        @Nullable Instant createdAt) {

    /** The state of an association. States that the cloud adds count as {@code UNKNOWN}. */
    public enum State {
        ASSOCIATING,
        ASSOCIATED,
        FAILED,
        DISASSOCIATING,
        DISASSOCIATED,
        /** The disassociation failed, so the association is still in effect. */
        DISASSOCIATION_FAILED,
        UNKNOWN
    }

    /** The states in the order in which they decide: of two associations, the one that gives less access decides. */
    private static final List<State> DECIDING = List.of(
            State.DISASSOCIATED,
            State.FAILED,
            State.DISASSOCIATING,
            State.UNKNOWN,
            State.ASSOCIATING,
            State.DISASSOCIATION_FAILED,
            State.ASSOCIATED);

    /** Whether it is in effect, or soon will be. */
    public boolean live() {
        return state == State.ASSOCIATING || inEffect();
    }

    /** Whether it gives access now. */
    public boolean inEffect() {
        return state == State.ASSOCIATED || state == State.DISASSOCIATION_FAILED;
    }

    /** Whether it has ended, or never began. */
    public boolean over() {
        return state == State.DISASSOCIATED || state == State.FAILED;
    }

    /**
     * This target's access to a resource of the same share. A target has a resource only when both associations are in
     * effect, and each of them can fail or be late on its own.
     */
    public Association to(Association resource) {
        boolean own = DECIDING.indexOf(state) <= DECIDING.indexOf(resource.state);
        return own
                ? this
                : new Association(
                        resourceShareId, resourceShareName, entityId, resource.state, resource.failure, createdAt);
    }

    /** Returns the newer of two associations of one entity with one share. The older one may have failed or ended. */
    public static Association current(Association older, Association newer) {
        return older.over() || !newer.over() ? newer : older;
    }
}

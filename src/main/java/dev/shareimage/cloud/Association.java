package dev.shareimage.cloud;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One end of a resource share: a resource or a target, and how far its association has come.
 *
 * @param entityId the image, or the target: {@code rd-…}, {@code fd-…} or an account id; what it is, its prefix says
 * @param failure why linking it, or taking it out, failed, in the cloud's words, or null
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
        /** It was to be taken out and could not: it is still in effect. */
        DISASSOCIATION_FAILED,
        UNKNOWN
    }

    /** The states, the one that decides first: of two associations, the one that gives less access. */
    private static final List<State> DECIDING = List.of(
            State.DISASSOCIATED,
            State.FAILED,
            State.DISASSOCIATING,
            State.UNKNOWN,
            State.ASSOCIATING,
            State.DISASSOCIATION_FAILED,
            State.ASSOCIATED);

    /** Whether it is, or is about to be, in effect. */
    public boolean live() {
        return state == State.ASSOCIATING || inEffect();
    }

    /** Whether it gives access now. */
    public boolean inEffect() {
        return state == State.ASSOCIATED || state == State.DISASSOCIATION_FAILED;
    }

    /** Whether it has ended, or never came to be. */
    public boolean over() {
        return state == State.DISASSOCIATED || state == State.FAILED;
    }

    /**
     * This target's access to what another association of the same share carries: a target has a resource when both
     * associations stand, and either can fail, or take its time, alone.
     */
    public Association to(Association resource) {
        boolean own = DECIDING.indexOf(state) <= DECIDING.indexOf(resource.state);
        return own
                ? this
                : new Association(
                        resourceShareId, resourceShareName, entityId, resource.state, resource.failure, createdAt);
    }

    /** Of two associations of one entity with one share the one that counts: the older may have failed or ended. */
    public static Association current(Association older, Association newer) {
        return older.over() || !newer.over() ? newer : older;
    }
}

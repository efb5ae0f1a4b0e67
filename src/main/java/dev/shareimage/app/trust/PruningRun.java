package dev.shareimage.app.trust;

import dev.shareimage.app.plan.Plan;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a pruning. It removes what nobody needs yet, and restores what was needed again in the meantime.
 *
 * <p>The shares are read a last time when the settle time after the write is over. A run that shares later than that
 * reads the trust after sharing.
 */
public final class PruningRun {

    private final RoleSetup setup;

    public PruningRun(RoleSetup setup) {
        this.setup = setup;
    }

    /** Returns what was removed. It is never more than what the plan showed. */
    public Pruning carryOut(Pruning planned) throws CloudException {
        Pruning late = planned.readAgain();
        if (late.steps().isEmpty()) {
            return late;
        }
        @Nullable CloudException failure = null;
        try {
            setup.carryOut(new Plan(late.steps()));
            setup.trust().confirm();
        } catch (CloudException e) {
            if (!setup.trust().tried()) {
                throw e;
            }
            failure = e;
        }
        return restoreNeeded(late, failure);
    }

    /**
     * Reads the shares a last time, also after a failure: a repeated run would find nothing to remove, and so it would
     * restore nothing.
     */
    private Pruning restoreNeeded(Pruning removed, @Nullable CloudException failure) throws CloudException {
        Pruning after;
        List<ShareTarget> needed;
        try {
            after = removed.readAgain();
            needed = removed.targets().stream()
                    .filter(target -> !after.targets().contains(target))
                    .map(target -> withPath(target, removed))
                    .toList();
            if (!needed.isEmpty()) {
                setup.trust().restore(needed);
            }
        } catch (CloudException e) {
            throw notReadAgain(failure == null ? e : failure);
        }
        boolean overruled = failure != null && failure.code().equals(TrustConfirmation.CONTENDED) && !needed.isEmpty();
        if (failure != null && !overruled) {
            throw failure;
        }
        return after;
    }

    private static CloudException notReadAgain(CloudException e) {
        return new CloudException(
                e.kind(),
                e.call(),
                "TrustNotLookedAtAgain",
                "trust was taken out, and whether somebody got an image meanwhile could not be looked up (" + e.code()
                        + ": " + e.text() + ")",
                e.requestId().orElse(null),
                e.missingAction().orElse(null));
    }

    /** Adds the path to a folder: a share has only the folder's id, and the trust has its path. */
    private static ShareTarget withPath(ShareTarget target, Pruning removed) {
        TrustPolicy trusted = removed.role() == null ? null : removed.role().trust();
        return target instanceof ShareTarget.Folder folder && trusted != null ? trusted.withPath(folder) : target;
    }
}

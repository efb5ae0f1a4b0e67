package dev.shareimage.app.trust;

import dev.shareimage.app.TargetArguments;
import dev.shareimage.app.plan.Plan;
import dev.shareimage.app.plan.Planner;
import dev.shareimage.app.plan.Step;
import dev.shareimage.app.plan.TrustChange;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.Reason;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.app.state.ShareScan;
import dev.shareimage.app.state.ShareScan.SharedImage;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Removes trust that nobody needs after images were unshared.
 *
 * <p>A principal is removed only if every region could be read and no encrypted image of any region needs it.
 *
 * @param role the role, or null if the trust is not pruned
 * @param steps the change of the policy, or none
 * @param notes what is kept, and why
 * @param rescan reads the shares again, or null if nothing is removed
 */
public record Pruning(
        @Nullable RoleState role,
        List<Step> steps,
        List<String> notes,
        @Nullable Rescan rescan) {

    /** Reads the shares again as late as possible, because another run may have shared an image in the meantime. */
    @FunctionalInterface
    interface Rescan {
        Pruning read() throws CloudException;
    }

    /** Nothing is pruned. */
    public static final Pruning NONE = new Pruning(null, List.of(), List.of(), null);

    /**
     * Finds the trust that is no longer needed.
     *
     * @param from the region that is asked for the list of regions
     * @param leaving the targets that each image is being unshared from; these shares do not count
     * @param wanted the targets that are about to get an image, so their trust is kept
     */
    public static Pruning plan(
            RunContext run,
            RegionId from,
            AccountId owner,
            Map<ImageRef, List<ShareTarget>> leaving,
            Collection<ShareTarget> wanted,
            RoleState role)
            throws CloudException {
        if (role.trust() == null) {
            return new Pruning(role, List.of(), unread(run, role), null);
        }
        if (role.trust().allowsAnyAccount()) {
            return new Pruning(role, List.of(), List.of(run.messages().get("note.trust-open")), null);
        }
        BiPredicate<SharedImage, String> isLeaving =
                (image, holder) -> leaving.getOrDefault(image.image(), List.of()).stream()
                        .anyMatch(target -> target.id().equals(holder));
        List<ShareTarget> candidates = candidates(leaving, wanted);
        return candidates.isEmpty()
                ? new Pruning(role, List.of(), List.of(run.messages().get("note.prune-nobody")), null)
                : new Search(run, from, owner, role, role.trust()).among(candidates, isLeaving);
    }

    /** Why the trust could not be read. Empty if there is no role, because then there is no trust to keep. */
    private static List<String> unread(RunContext run, RoleState role) {
        CloudException failure = role.role().failure();
        String reason = failure == null ? role.trustProblem() : Reason.sentence(failure);
        return reason == null ? List.of() : List.of(run.messages().get("note.trust-unread", reason));
    }

    private static List<ShareTarget> candidates(
            Map<ImageRef, List<ShareTarget>> leaving, Collection<ShareTarget> wanted) {
        Set<String> kept = wanted.stream().map(ShareTarget::id).collect(Collectors.toSet());
        return leaving.values().stream()
                .flatMap(List::stream)
                .filter(target -> !kept.contains(target.id()))
                .distinct()
                .toList();
    }

    /**
     * Removes what nobody needs yet, and restores what was needed again in the meantime. The shares are read a last time
     * when the settle time after the write is over. A run that shares later than that reads the trust after sharing.
     *
     * @return what was removed; never more than what the plan showed
     */
    public Pruning carryOut(RoleSetup setup) throws CloudException {
        Pruning late = stillUnneeded();
        if (late.steps.isEmpty()) {
            return late;
        }
        @Nullable CloudException failure = null;
        try {
            setup.carryOut(new Plan(late.steps));
            setup.confirm();
        } catch (CloudException e) {
            if (!setup.triedTrust()) {
                throw e;
            }
            failure = e;
        }
        return late.readAgain(setup, failure);
    }

    /**
     * Reads the shares a last time, also after a failure: a repeated run would find nothing to remove, and so it would
     * restore nothing.
     */
    private Pruning readAgain(RoleSetup setup, @Nullable CloudException failure) throws CloudException {
        Pruning after;
        List<ShareTarget> needed;
        try {
            after = stillUnneeded();
            needed = targets().stream()
                    .filter(target -> !after.targets().contains(target))
                    .map(this::withPath)
                    .toList();
            if (!needed.isEmpty()) {
                setup.restore(needed);
            }
        } catch (CloudException e) {
            throw notReadAgain(failure == null ? e : failure);
        }
        boolean overruled = failure != null && failure.code().equals(TrustWriter.CONTENDED) && !needed.isEmpty();
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

    /** How to remove the trust after a failure: a repeated run finds no share to take away, so it prunes nothing. */
    public Optional<String> unfinished(Messages messages, ImageRef image) {
        return targets().isEmpty()
                ? Optional.empty()
                : Optional.of(messages.get(
                        "note.prune-unfinished", image.region(), image.id(), TargetArguments.of(targets())));
    }

    private Pruning stillUnneeded() throws CloudException {
        return steps.isEmpty() || rescan == null ? this : rescan.read();
    }

    private ShareTarget withPath(ShareTarget target) {
        return withPath(target, role == null ? null : role.trust());
    }

    /** Adds the path to a folder: a share has only the folder's id, and the trust has its path. */
    private static ShareTarget withPath(ShareTarget target, @Nullable TrustPolicy trusted) {
        return target instanceof ShareTarget.Folder folder && trusted != null ? trusted.withPath(folder) : target;
    }

    /** The targets that are no longer trusted after the steps. */
    private List<ShareTarget> targets() {
        return steps.stream()
                .filter(Step.ChangeTrust.class::isInstance)
                .map(step -> ((Step.ChangeTrust) step).change())
                .filter(TrustChange.Remove.class::isInstance)
                .flatMap(change -> ((TrustChange.Remove) change).targets().stream())
                .toList();
    }

    /** Searches all regions for images that still need the trust. */
    private record Search(RunContext run, RegionId from, AccountId owner, RoleState role, TrustPolicy trust) {

        Pruning among(List<ShareTarget> candidates, BiPredicate<SharedImage, String> isLeaving) throws CloudException {
            ShareScan.Result scan = new ShareScan(run.cloud(), run.parallel()).run(from);
            TrustNeed need = TrustNeed.read(run, trust, candidates, scan.images());
            List<ShareTarget> unneeded = new ArrayList<>();
            List<String> notes = new ArrayList<>();
            for (ShareTarget target : candidates) {
                Optional<SharedImage> needing = scan.images().stream()
                        .filter(image -> image.holders().stream()
                                .anyMatch(holder -> !isLeaving.test(image, holder) && need.of(holder, target)))
                        .findFirst();
                if (!scan.hiding(target).isEmpty()) {
                    notes.add(kept("unread", target, String.join(", ", scan.hiding(target))));
                } else if (needing.isPresent()) {
                    notes.add(kept(
                            "needed",
                            target,
                            needing.get().image().id(),
                            needing.get().image().region()));
                } else {
                    unneeded.add(target);
                }
            }
            List<Step> steps = unneeded.isEmpty()
                    ? List.of()
                    : Planner.change(trust, new TrustChange.Remove(unneeded, owner, false));
            return new Pruning(role, steps, notes, () -> among(unneeded, (image, holder) -> false));
        }

        private String kept(String why, ShareTarget target, Object... because) {
            Object[] arguments = new Object[because.length + 1];
            arguments[0] = target.id();
            System.arraycopy(because, 0, arguments, 1, because.length);
            return run.messages().get("note.trust-kept-" + why, arguments);
        }
    }
}

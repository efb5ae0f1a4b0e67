package dev.shareimage.app.trust;

import dev.shareimage.app.TargetArguments;
import dev.shareimage.app.plan.Step;
import dev.shareimage.app.plan.TrustChange;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.Reason;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.app.state.ShareScan.SharedImage;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The plan to remove trust that nobody needs after images were unshared.
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
                : new UnneededTrust(run, from, owner, role, role.trust()).among(candidates, isLeaving);
    }

    /** Why the trust could not be read. Empty if there is no role, because then there is no trust to keep. */
    private static List<String> unread(RunContext run, RoleState role) {
        CloudException failure = role.role().failure();
        String reason = failure == null ? role.trustProblem() : Reason.sentence(failure, run.messages());
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

    /** How to remove the trust after a failure: a repeated run finds no share to take away, so it prunes nothing. */
    public Optional<String> unfinished(Messages messages, ImageRef image) {
        return targets().isEmpty()
                ? Optional.empty()
                : Optional.of(messages.get(
                        "note.prune-unfinished", image.region(), image.id(), TargetArguments.of(targets())));
    }

    /** Reads again what is still unneeded. */
    Pruning readAgain() throws CloudException {
        return steps.isEmpty() || rescan == null ? this : rescan.read();
    }

    /** The targets that are no longer trusted after the steps. */
    List<ShareTarget> targets() {
        return steps.stream()
                .filter(Step.ChangeTrust.class::isInstance)
                .map(step -> ((Step.ChangeTrust) step).change())
                .filter(TrustChange.Remove.class::isInstance)
                .flatMap(change -> ((TrustChange.Remove) change).targets().stream())
                .toList();
    }
}

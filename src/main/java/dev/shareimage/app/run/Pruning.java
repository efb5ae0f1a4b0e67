package dev.shareimage.app.run;

import dev.shareimage.app.plan.Plan;
import dev.shareimage.app.plan.Planner;
import dev.shareimage.app.plan.Step;
import dev.shareimage.app.plan.TrustChange;
import dev.shareimage.app.survey.Reason;
import dev.shareimage.app.survey.RoleState;
import dev.shareimage.app.survey.ShareScan;
import dev.shareimage.app.survey.ShareScan.SharedImage;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The trust that nobody needs once images were taken away.
 *
 * <p>A principal goes only where every region could be read and none of its encrypted images needs it.
 *
 * @param role the role, or null when the trust is not to be pruned
 * @param steps the change, or nothing
 * @param notes what is kept, and why
 */
record Pruning(
        @Nullable RoleState role,
        List<Step> steps,
        List<String> notes,
        @Nullable Rescan rescan) {

    /** Looks again, as late as possible: another run may have shared something meanwhile. */
    @FunctionalInterface
    interface Rescan {
        Pruning look() throws CloudException;
    }

    /** The trust stays as it is. */
    static final Pruning NONE = new Pruning(null, List.of(), List.of(), null);

    /**
     * Finds out what is needed no more.
     *
     * @param from a region to ask for the list of regions
     * @param leaving whom each image of each region is being taken away from; those shares do not count
     * @param wanted targets that are about to get an image and keep the trust for that
     */
    static Pruning plan(
            Run run,
            RegionId from,
            AccountId owner,
            Map<RegionId, Map<ImageId, List<ShareTarget>>> leaving,
            Collection<ShareTarget> wanted,
            RoleState role)
            throws CloudException {
        if (role.trust() == null) {
            return new Pruning(role, List.of(), unread(run, role), null);
        }
        if (role.trust().hasOpenDoor()) {
            return new Pruning(role, List.of(), List.of(run.messages().get("note.trust-open")), null);
        }
        ShareScan.Result scan = new ShareScan(run.cloud(), run.parallel()).run(from);
        List<ShareTarget> unneeded = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (ShareTarget target : candidates(leaving, wanted)) {
            List<SharedImage> holders = scan.heldBy(target, image -> !isLeaving(image, target, leaving));
            if (!scan.hiding(target).isEmpty()) {
                notes.add(run.messages()
                        .get("note.trust-kept-unread", target.id(), String.join(", ", scan.hiding(target))));
            } else if (!holders.isEmpty()) {
                notes.add(run.messages()
                        .get(
                                "note.trust-kept-needed",
                                target.id(),
                                holders.get(0).image(),
                                holders.get(0).region()));
            } else {
                unneeded.add(target);
            }
        }
        List<Step> steps =
                unneeded.isEmpty() ? List.of() : Planner.change(role.trust(), new TrustChange.Remove(unneeded, owner));
        return new Pruning(role, steps, notes, () -> plan(run, from, owner, leaving, wanted, role));
    }

    /** Where there is no role, there is no trust that could be kept. */
    private static List<String> unread(Run run, RoleState role) {
        CloudException failure = role.role().failure();
        String reason = failure == null ? role.trustProblem() : Reason.sentence(failure);
        return reason == null ? List.of() : List.of(run.messages().get("note.trust-unread", reason));
    }

    private static List<ShareTarget> candidates(
            Map<RegionId, Map<ImageId, List<ShareTarget>>> leaving, Collection<ShareTarget> wanted) {
        Set<String> kept = wanted.stream().map(ShareTarget::id).collect(Collectors.toSet());
        return leaving.values().stream()
                .flatMap(images -> images.values().stream())
                .flatMap(List::stream)
                .filter(target -> !kept.contains(target.id()))
                .distinct()
                .toList();
    }

    private static boolean isLeaving(
            SharedImage image, ShareTarget target, Map<RegionId, Map<ImageId, List<ShareTarget>>> leaving) {
        return leaving.getOrDefault(image.region(), Map.of())
                .getOrDefault(image.image(), List.of())
                .contains(target);
    }

    /** What is still needed by nobody after another look; never more than what was shown. */
    Plan stillUnneeded() throws CloudException {
        if (steps.isEmpty() || rescan == null) {
            return new Plan(List.of());
        }
        return new Plan(rescan.look().steps());
    }
}

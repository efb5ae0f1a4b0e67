package dev.shareimage.app.run;

import dev.shareimage.app.plan.Plan;
import dev.shareimage.app.plan.Planner;
import dev.shareimage.app.plan.Step;
import dev.shareimage.app.plan.TrustChange;
import dev.shareimage.app.survey.RoleState;
import dev.shareimage.app.survey.ShareScan;
import dev.shareimage.app.survey.ShareScan.SharedImage;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
     * @param leaving whom each image of the region is being taken away from; those shares do not count
     */
    static Pruning plan(
            Run run, RegionId region, AccountId owner, Map<ImageId, List<ShareTarget>> leaving, RoleState role)
            throws CloudException {
        if (role.trust() == null) {
            return new Pruning(role, List.of(), List.of(run.messages().get("note.trust-unread")), null);
        }
        if (role.trust().hasOpenDoor()) {
            return new Pruning(role, List.of(), List.of(run.messages().get("note.trust-open")), null);
        }
        ShareScan.Result scan = new ShareScan(run.cloud(), run.parallel()).run(region);
        List<ShareTarget> unneeded = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (ShareTarget target :
                leaving.values().stream().flatMap(List::stream).distinct().toList()) {
            List<SharedImage> holders = scan.heldBy(target, image -> !isLeaving(image, region, target, leaving));
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
        return new Pruning(role, steps, notes, () -> plan(run, region, owner, leaving, role));
    }

    private static boolean isLeaving(
            SharedImage image, RegionId region, ShareTarget target, Map<ImageId, List<ShareTarget>> leaving) {
        return image.region().equals(region)
                && leaving.getOrDefault(image.image(), List.of()).contains(target);
    }

    /** What is still needed by nobody after another look; never more than what was shown. */
    Plan stillUnneeded() throws CloudException {
        if (steps.isEmpty() || rescan == null) {
            return new Plan(List.of());
        }
        return new Plan(rescan.look().steps());
    }
}

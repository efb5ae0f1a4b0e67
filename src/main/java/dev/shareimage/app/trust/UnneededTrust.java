package dev.shareimage.app.trust;

import dev.shareimage.app.plan.Planner;
import dev.shareimage.app.plan.Step;
import dev.shareimage.app.plan.TrustChange;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.app.state.ShareScan;
import dev.shareimage.app.state.ShareScan.SharedImage;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Searches all regions for images that still need the trust.
 *
 * @param from the region that is asked for the list of regions
 */
record UnneededTrust(RunContext run, RegionId from, AccountId owner, RoleState role, TrustPolicy trust) {

    /**
     * Plans to remove those of the candidates that no image needs.
     *
     * @param isLeaving whether an image is being unshared from a holder, so that the holder does not count
     */
    Pruning among(List<ShareTarget> candidates, BiPredicate<SharedImage, String> isLeaving) throws CloudException {
        ShareScan.Result scan = new ShareScan(run.cloud(), run.parallel(), run.messages())
                .run(from, run.clock().left().dividedBy(2));
        TrustNeed need = TrustNeed.read(run, trust, candidates, scan.images());
        List<ShareTarget> unneeded = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (ShareTarget target : candidates) {
            List<String> hiding = scan.hiding(target);
            Optional<SharedImage> needing = scan.images().stream()
                    .filter(image -> image.holders().stream()
                            .anyMatch(holder -> !isLeaving.test(image, holder) && need.of(holder, target)))
                    .findFirst();
            if (!hiding.isEmpty()) {
                notes.add(run.messages().get("note.trust-kept-unread", target.id(), String.join(", ", hiding)));
            } else if (needing.isPresent()) {
                notes.add(keptFor(target, needing.get()));
            } else {
                unneeded.add(target);
            }
        }
        List<Step> steps =
                unneeded.isEmpty() ? List.of() : Planner.change(trust, new TrustChange.Remove(unneeded, owner, false));
        return new Pruning(role, steps, notes, () -> among(unneeded, (image, holder) -> false));
    }

    private String keptFor(ShareTarget target, SharedImage image) {
        return run.messages()
                .get(
                        "note.trust-kept-needed",
                        target.id(),
                        image.image().id(),
                        image.image().region());
    }
}

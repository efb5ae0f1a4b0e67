package dev.shareimage.app.proposal;

import dev.shareimage.app.plan.Step;
import dev.shareimage.app.share.ShareNames;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.SharingState;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.ShareTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happens to one image; either step may be missing, not both. */
record ImageChange(ImageRef image, Step.@Nullable UnshareImage unshare, Step.@Nullable ShareImage share) {

    /** What all images of the state lack. */
    static List<ImageChange> of(SharingState state) {
        List<ImageChange> changes = new ArrayList<>();
        for (ImageState image : state.images()) {
            List<ShareTarget> leaving = state.leaving(image).stream()
                    .filter(target -> holds(image, target))
                    .toList();
            List<ShareTarget> missing = state.missing(image);
            if (!leaving.isEmpty() || !missing.isEmpty()) {
                changes.add(new ImageChange(
                        image.ref(),
                        leaving.isEmpty() ? null : new Step.UnshareImage(image.ref(), leaving),
                        missing.isEmpty() ? null : new Step.ShareImage(image.ref(), missing)));
            }
        }
        return changes;
    }

    /**
     * Whether there is something to take away. Of an account, the direct share alone can be. Of a directory or folder,
     * every association that has not ended counts: it may come to life, and taking it out may fail. So does one that has
     * ended in a share of ours where nobody is left: a run that was cut off did not come to delete it.
     */
    static boolean holds(ImageState image, ShareTarget target) {
        if (target instanceof ShareTarget.Account) {
            return image.has(target);
        }
        return image.entries().stream().anyMatch(entry -> entry.id().equals(target.id()))
                || image.liveTargets().isEmpty() && isLeftOver(image, target);
    }

    private static boolean isLeftOver(ImageState image, ShareTarget target) {
        return image.resourceShares().known().orElse(List.of()).stream()
                .anyMatch(ended -> ended.entityId().equals(target.id())
                        && ended.resourceShareName().equals(ShareNames.of(image.id())));
    }

    /** The steps in their order: an image must not be shared both ways in between. */
    Stream<Step> steps() {
        return Stream.concat(Stream.ofNullable(unshare), Stream.ofNullable(share));
    }
}

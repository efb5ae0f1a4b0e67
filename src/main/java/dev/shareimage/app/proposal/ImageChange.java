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

/** The change of one image: one step or two. */
record ImageChange(ImageRef image, Step.@Nullable UnshareImage unshare, Step.@Nullable ShareImage share) {

    /** The changes of all images of the state. */
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
     * Whether there is something to remove. An account can only lose its direct share. For a directory or folder, every
     * association counts that has not ended, because it may still take effect. An ended one in an empty managed share
     * counts too, because a run that was cut off did not delete that share.
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

    /** The steps in their order. An image must not be shared both ways in between. */
    Stream<Step> steps() {
        return Stream.concat(Stream.ofNullable(unshare), Stream.ofNullable(share));
    }
}

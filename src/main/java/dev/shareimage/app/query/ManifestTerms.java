package dev.shareimage.app.query;

import dev.shareimage.app.copy.ManifestCopies;
import dev.shareimage.app.copy.PresentCopies;
import dev.shareimage.app.manifest.Manifest;
import dev.shareimage.app.manifest.ShareTerms;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.select.ManifestSelector;
import dev.shareimage.app.select.ManifestSelector.Selected;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.check.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ends of shares. The cloud stores no such date, so only a manifest has it. Copies end with their sources.
 *
 * @param notes the images of the manifest that could not be found
 */
record ManifestTerms(ShareTerms terms, List<String> notes) {

    /**
     * Finds the images that the manifest means.
     *
     * @param images the images that are listed
     */
    static ManifestTerms of(RunContext run, @Nullable Manifest manifest, List<ImageState> images)
            throws CloudException {
        if (manifest == null) {
            return new ManifestTerms(ShareTerms.NONE, List.of());
        }
        Selected selected = new ManifestSelector(run).select(manifest);
        Map<RegionId, List<Image>> found = new HashMap<>();
        for (ImageState image : images) {
            image.found()
                    .ifPresent(there -> found.computeIfAbsent(image.ref().region(), any -> new ArrayList<>())
                            .add(there));
        }
        Map<ImageRef, ImageRef> copies =
                PresentCopies.of(selected.manifest(), found).sources();
        return new ManifestTerms(
                ShareTerms.of(ManifestCopies.with(selected.manifest(), copies)),
                selected.findings().stream().map(Finding::message).toList());
    }

    /** The last day; null for no end, or if the manifest does not name the share. */
    @Nullable
    LocalDate until(ImageState image, ShareTarget target) {
        return terms.until(image.ref(), target);
    }
}

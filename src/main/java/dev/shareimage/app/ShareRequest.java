package dev.shareimage.app;

import dev.shareimage.domain.CopyTarget;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.check.Finding;
import java.util.List;
import java.util.Map;

/**
 * What to share.
 *
 * @param findings what the checks that need no cloud found about each region
 * @param force overrides the checks that can be overridden
 * @param setup whether role, policy and trust may be changed
 * @param copies the requested copies of each image, which are shared too
 */
public record ShareRequest(
        SelectedImages images,
        TargetQuery targets,
        Map<RegionId, List<Finding>> findings,
        boolean force,
        boolean setup,
        List<CopyTarget> copies) {
    public ShareRequest {
        findings = Map.copyOf(findings);
        copies = copies.stream().distinct().toList();
    }

    /** Without copies. */
    public ShareRequest(
            SelectedImages images,
            TargetQuery targets,
            Map<RegionId, List<Finding>> findings,
            boolean force,
            boolean setup) {
        this(images, targets, findings, force, setup, List.of());
    }

    /** Shares images, with all checks, and sets up role, policy and trust. */
    public static ShareRequest of(List<ImageRef> images, TargetQuery targets) {
        return new ShareRequest(SelectedImages.of(images), targets, Map.of(), false, true);
    }

    /** Images of one region. */
    public ShareRequest(
            RegionId region,
            List<ImageId> images,
            TargetQuery targets,
            List<Finding> findings,
            boolean force,
            boolean setup) {
        this(SelectedImages.of(region, images), targets, Map.of(region, findings), force, setup);
    }
}

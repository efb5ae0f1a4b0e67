package dev.shareimage.app;

import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.check.Finding;
import java.util.List;
import java.util.Map;

/**
 * What to check. Images and targets may be empty.
 *
 * @param findings what the checks that need no cloud found about each region
 * @param force overrides the checks that can be overridden
 * @param setup whether sharing could change role, policy and trust
 */
public record DoctorRequest(
        SelectedImages images,
        TargetQuery targets,
        Map<RegionId, List<Finding>> findings,
        boolean force,
        boolean setup) {
    public DoctorRequest {
        findings = Map.copyOf(findings);
    }

    /** Images of one region. */
    public DoctorRequest(
            RegionId region,
            List<ImageId> images,
            TargetQuery targets,
            List<Finding> findings,
            boolean force,
            boolean setup) {
        this(SelectedImages.of(region, images), targets, Map.of(region, findings), force, setup);
    }
}

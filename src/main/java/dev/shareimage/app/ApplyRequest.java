package dev.shareimage.app;

import dev.shareimage.app.manifest.Manifest;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.check.Finding;
import java.util.List;
import java.util.Map;

/**
 * What to apply.
 *
 * @param findings the findings for each region of checks that need no cloud
 * @param prune whether the images are unshared from all other targets
 * @param pruneTrust whether trust that is no longer needed is removed; pruning always does that
 * @param force overrides the checks that can be overridden
 * @param setup whether role, policy and trust may be changed
 */
public record ApplyRequest(
        Manifest manifest,
        Map<RegionId, List<Finding>> findings,
        boolean prune,
        boolean pruneTrust,
        boolean force,
        boolean setup) {
    public ApplyRequest {
        findings = Map.copyOf(findings);
    }

    /** Creates a request that removes unneeded trust only if it prunes. */
    public ApplyRequest(
            Manifest manifest, Map<RegionId, List<Finding>> findings, boolean prune, boolean force, boolean setup) {
        this(manifest, findings, prune, prune, force, setup);
    }
}

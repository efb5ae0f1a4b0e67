package dev.shareimage.app.checks;

import dev.shareimage.app.plan.Planner;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.ManifestState;
import dev.shareimage.app.state.ObservedState;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.check.Finding;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks what a manifest needs. An image with new targets gets all checks. Other images only have to exist, so that
 * unchanged entries of a manifest cannot block it.
 */
public final class ManifestChecks {

    private final FindingCollector findings;
    private final ManifestState state;
    private final boolean prune;
    private final boolean setup;
    private final List<Finding> ofRegions = new ArrayList<>();
    private final Set<ShareTarget> newcomers = new LinkedHashSet<>();
    private final Set<ShareTarget> keyNewcomers = new LinkedHashSet<>();
    private final Set<ShareTarget> newcomersWithoutSetup = new LinkedHashSet<>();

    /**
     *
     * @param prune whether targets that are not named will be removed, so that they do not count
     * @param setup whether the plan may repair role, policy and trust
     */
    public ManifestChecks(Messages messages, ManifestState state, boolean prune, boolean setup) {
        this.findings = new FindingCollector(messages);
        this.state = state;
        this.prune = prune;
        this.setup = setup;
    }

    /**
     * Runs the checks.
     *
     * @param earlier findings for each region that need no cloud
     */
    public List<Finding> findings(Map<RegionId, List<Finding>> earlier, boolean force) {
        state.regions().forEach(region -> checkRegion(region, earlier.getOrDefault(region.region(), List.of())));
        new TargetChecks(findings, state.audience().withTargets(List.copyOf(newcomers))).checkAudience();
        if (state.role() != null) {
            checkRole(state.role());
        }
        return Checks.sorted(Stream.concat(ofRegions.stream(), findings.findings().stream()), force);
    }

    private void checkRegion(ObservedState region, List<Finding> earlier) {
        ImageChecks presence = new ImageChecks(findings, region);
        List<ImageState> given = new ArrayList<>();
        for (ImageState image : region.images()) {
            if (missing(image).isEmpty()) {
                presence.checkPresence(image);
            } else {
                given.add(image);
            }
        }
        Checks.examine(findings, region.withImages(given));
        TargetChecks targets =
                new TargetChecks(findings, region.withDirectory(state.audience().directory()));
        for (ImageState image : given) {
            note(image);
            targets.checkImage(prune ? image.without(state.unwanted(image)) : image, state.wanted(image));
        }
        if (!given.isEmpty()) {
            Checks.ofRegion(earlier, given).forEach(ofRegions::add);
        }
    }

    private void note(ImageState image) {
        newcomers.addAll(missing(image));
        if (image.needsKey()) {
            Collection<ShareTarget> those = state.needsSetup(image) ? keyNewcomers : newcomersWithoutSetup;
            those.addAll(missing(image));
        }
    }

    private List<ShareTarget> missing(ImageState image) {
        return Planner.missing(image, state.wanted(image));
    }

    /** Checks the role, unless nothing is needed from it. */
    private void checkRole(RoleState role) {
        List<ShareTarget> targets = state.keyTargets();
        boolean repairs = setup
                && !targets.isEmpty()
                && !Planner.setup(role, targets, TrustPolicy.of(targets)).isEmpty();
        if (repairs || !keyNewcomers.isEmpty()) {
            new RoleChecks(findings, role, Repair.planned(setup)).check(targets);
        }
        if (!newcomersWithoutSetup.isEmpty()) {
            new RoleChecks(findings, role, Repair.FORBIDDEN).check(newcomersWithoutSetup);
        }
    }
}

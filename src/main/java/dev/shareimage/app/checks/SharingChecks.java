package dev.shareimage.app.checks;

import dev.shareimage.app.plan.Planner;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.ObservedState;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.app.state.SharingState;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.check.Finding;
import dev.shareimage.domain.trust.TrustDecision;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks what a manifest needs. An image with new targets or a copy to make gets all checks. Other images only have to exist, so that
 * unchanged entries of a manifest cannot block it: what keeps their targets from launching them is a warning.
 */
public final class SharingChecks {

    private static final Set<TrustDecision> DENIED = EnumSet.of(TrustDecision.DENIED, TrustDecision.MAY_BE_DENIED);

    private final Messages messages;
    private final FindingCollector findings;
    private final SharingState state;
    private final Repair repair;
    private final HolderFindings holders;
    private final List<Finding> ofRegions = new ArrayList<>();
    private final Set<ShareTarget> judged = new LinkedHashSet<>();
    private final Set<ShareTarget> judgedForKey = new LinkedHashSet<>();
    private final Set<ShareTarget> judgedWithoutSetup = new LinkedHashSet<>();

    /** @param repair what happens to a missing role, policy or trust */
    public SharingChecks(Messages messages, SharingState state, Repair repair) {
        this(messages, state, repair, HolderFindings.NONE);
    }

    /** @param holders the findings that were already reported */
    public SharingChecks(Messages messages, SharingState state, Repair repair, HolderFindings holders) {
        this.messages = messages;
        this.findings = new FindingCollector(messages);
        this.state = state;
        this.repair = repair;
        this.holders = holders;
    }

    /**
     * Runs the checks.
     *
     * @param earlier findings for each region that need no cloud
     */
    public List<Finding> findings(Map<RegionId, List<Finding>> earlier, boolean force) {
        state.regions().forEach(region -> checkRegion(region, earlier.getOrDefault(region.region(), List.of())));
        new TargetChecks(findings, audience()).checkAudience();
        boolean noneOwn = !state.images().isEmpty() && state.images().stream().allMatch(SharingChecks::isNotOwn);
        if (state.role() != null && !noneOwn) {
            checkRole(state.role());
        }
        return Checks.sorted(Stream.concat(ofRegions.stream(), findings.findings().stream()), force);
    }

    /** A caller who does not see an image, or has received it, needs no role for it. */
    private static boolean isNotOwn(ImageState image) {
        return image.foreign()
                || image.image().known().filter(Optional::isEmpty).isPresent();
    }

    /** Named targets are checked even without an image. */
    private ObservedState audience() {
        return state.named() ? state.audience() : state.audience().withTargets(List.copyOf(judged));
    }

    private void checkRegion(ObservedState region, List<Finding> earlier) {
        ImageChecks presence = new ImageChecks(findings, region, !state.named());
        List<ImageState> given = new ArrayList<>();
        List<ImageState> unchanged = new ArrayList<>();
        for (ImageState image : region.images()) {
            if (!state.named()
                    && !state.toBeCopied(image)
                    && state.judged(image).isEmpty()) {
                presence.checkPresence(image);
                unchanged.add(image);
            } else {
                given.add(image);
            }
        }
        Checks.examine(findings, region.withImages(given), !state.named());
        findings.addAll(new Checks(messages).ofUnchanged(region.withImages(withTargets(unchanged))));
        TargetChecks targets =
                new TargetChecks(findings, region.withDirectory(state.audience().directory()));
        for (ImageState image : given) {
            note(image);
            targets.checkImage(image.without(state.leaving(image)), state.wanted(image));
        }
        if (state.named() || !given.isEmpty()) {
            Checks.ofRegion(earlier, given).forEach(ofRegions::add);
        }
    }

    /** The images that exist and whose targets have them. */
    private List<ImageState> withTargets(List<ImageState> unchanged) {
        return unchanged.stream()
                .filter(image ->
                        image.found().isPresent() && !state.wanted(image).isEmpty())
                .toList();
    }

    private void note(ImageState image) {
        judged.addAll(state.judged(image));
        if (state.lendsKey(image)) {
            Collection<ShareTarget> those = state.needsSetup(image) ? judgedForKey : judgedWithoutSetup;
            those.addAll(state.judged(image));
        }
    }

    /** Checks the role, unless nothing is needed from it. */
    private void checkRole(RoleState role) {
        if (state.named()) {
            new RoleChecks(findings, role, repair, holders)
                    .check(state.audience().targets());
            return;
        }
        List<ShareTarget> targets = state.keyTargets();
        boolean repairs = !targets.isEmpty()
                && !Planner.setup(role, targets, TrustPolicy.of(targets)).isEmpty();
        List<ShareTarget> denied = deniedHolders(role, targets);
        RoleChecks checks = new RoleChecks(findings, role, repair);
        if (repairs || !judgedForKey.isEmpty()) {
            checks.check(
                    targets.stream().filter(target -> !denied.contains(target)).toList());
        }
        if (role.trust() != null && !denied.isEmpty()) {
            checks.warnOfDenied(role.trust(), denied, repairs);
        }
        if (!judgedWithoutSetup.isEmpty()) {
            new RoleChecks(findings, role, Repair.FORBIDDEN).check(judgedWithoutSetup);
        }
    }

    /** The targets that have their images already, and are denied the key or may be. */
    private List<ShareTarget> deniedHolders(RoleState role, List<ShareTarget> targets) {
        return targets.stream()
                .filter(target -> !judgedForKey.contains(target))
                .filter(target -> role.decide(target).filter(DENIED::contains).isPresent())
                .toList();
    }
}

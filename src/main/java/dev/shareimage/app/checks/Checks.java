package dev.shareimage.app.checks;

import dev.shareimage.app.ShareService.TrustMode;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.ObservedState;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All checks; every finding is reported, not the first alone. */
public final class Checks {

    /** Rules that are assumed or advisory, so that {@code --force} leaves the last word to the cloud. */
    private static final Set<CheckId> FORCEABLE =
            EnumSet.of(CheckId.QUOTA, CheckId.DOUBLE_SHARE, CheckId.KEY_CUSTOMER_MANAGED, CheckId.KEY_TAGGED);

    private final Messages messages;

    public Checks(Messages messages) {
        this.messages = messages;
    }

    /**
     * Judges what sharing depends on.
     *
     * @param earlier what checks found that need no cloud
     * @param repair what becomes of a role, policy or trust that is missing
     */
    public List<Finding> forShare(List<Finding> earlier, ObservedState state, Repair repair, boolean force) {
        FindingCollector collector = new FindingCollector(messages);
        examine(collector, state);
        new TargetChecks(collector, state).check();
        if (state.role() != null) {
            new RoleChecks(collector, state.role(), repair).check(state.targets());
        }
        return sorted(Stream.concat(ofRegion(earlier, state.images()), collector.findings().stream()), force);
    }

    /** The list of regions is about encrypted images: plain ones may be shared everywhere. */
    static Stream<Finding> ofRegion(List<Finding> earlier, List<ImageState> images) {
        boolean plain = !images.isEmpty()
                && images.stream().allMatch(image -> image.found().isPresent() && !image.needsKey());
        return plain ? earlier.stream().map(Finding::warned) : earlier.stream();
    }

    /** Judges whether the images are there and the caller's, which is all that taking a share away depends on. */
    public List<Finding> forUnshare(ObservedState state) {
        FindingCollector collector = new FindingCollector(messages);
        ImageChecks images =
                new ImageChecks(collector, state.region(), state.caller().known());
        state.images().forEach(images::checkPresence);
        new TargetChecks(collector, state).checkResolved();
        return collector.findings();
    }

    /** Names the targets that were asked for and could not be told. */
    public List<Finding> forTargets(ObservedState state) {
        FindingCollector collector = new FindingCollector(messages);
        new TargetChecks(collector, state).checkResolved();
        return collector.findings();
    }

    /** Judges the role alone, which the plan may repair. */
    public List<Finding> forRole(RoleState role, Collection<? extends ShareTarget> targets, boolean force) {
        FindingCollector collector = new FindingCollector(messages);
        new RoleChecks(collector, role, Repair.PLANNED).check(targets);
        return sorted(collector.findings().stream(), force);
    }

    /**
     * Judges what changing the trust alone depends on.
     *
     * @param after the trust as it will be
     */
    public List<Finding> forTrust(
            RoleState role,
            Collection<? extends ShareTarget> targets,
            TrustMode mode,
            TrustPolicy after,
            boolean force) {
        FindingCollector collector = new FindingCollector(messages);
        new RoleChecks(collector, role, Repair.PLANNED).checkChange(targets, mode, after);
        return sorted(collector.findings().stream(), force);
    }

    static void examine(FindingCollector collector, ObservedState state) {
        ImageChecks images =
                new ImageChecks(collector, state.region(), state.caller().known());
        state.images().forEach(images::check);
        KeyChecks keys = new KeyChecks(collector, state.region());
        state.images().forEach(keys::check);
    }

    static List<Finding> sorted(Stream<Finding> findings, boolean force) {
        return findings.map(finding -> force ? forced(finding) : finding)
                .sorted(Comparator.comparing(Finding::id))
                .toList();
    }

    private static Finding forced(Finding finding) {
        return FORCEABLE.contains(finding.id()) ? finding.warned() : finding;
    }
}

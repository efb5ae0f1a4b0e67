package dev.shareimage.app.checks;

import dev.shareimage.app.TrustMode;
import dev.shareimage.app.copy.CopyState;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.ObservedState;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.app.state.SharingState;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Runs all checks. Every finding is reported, not only the first. */
public final class Checks {

    /** The checks that rest on assumptions or advice. With {@code --force} they do not stop a run. */
    private static final Set<CheckId> FORCEABLE = EnumSet.of(
            CheckId.QUOTA,
            CheckId.DOUBLE_SHARE,
            CheckId.KEY_CUSTOMER_MANAGED,
            CheckId.KEY_TAGGED,
            CheckId.REMOVAL_LIMIT);

    /** The checks that prevent sharing an image but not launching it. */
    private static final Set<CheckId> OF_SHARING =
            EnumSet.of(CheckId.IMAGE_PRIVATE, CheckId.SINGLE_SNAPSHOT, CheckId.KEY_CUSTOMER_MANAGED);

    private final Messages messages;

    public Checks(Messages messages) {
        this.messages = messages;
    }

    /**
     * Checks what prevents an account from using an image that it has. A role with an unusual policy may allow the
     * same, and rules that concern only sharing do not apply.
     */
    public List<Finding> forHolder(ObservedState state, RoleState role, ShareTarget.Account holder) {
        FindingCollector collector = new FindingCollector(messages);
        examine(collector, state, false);
        if (state.needsKey()) {
            new RoleChecks(collector, role, Repair.FORBIDDEN).check(List.of(holder));
        }
        boolean otherPolicies =
                role.policies().known().filter(list -> !list.isEmpty()).isPresent();
        return collector.findings().stream()
                .map(finding -> OF_SHARING.contains(finding.id()) || finding.id() == CheckId.POLICY && otherPolicies
                        ? finding.warned()
                        : finding)
                .sorted(Finding.BY_CHECK)
                .toList();
    }

    /** The list of regions is about encrypted images. Unencrypted images can be shared in every region. */
    static Stream<Finding> ofRegion(List<Finding> earlier, List<ImageState> images) {
        boolean plain = !images.isEmpty()
                && images.stream().allMatch(image -> image.found().isPresent() && !image.needsKey());
        return plain ? earlier.stream().map(Finding::warned) : earlier.stream();
    }

    /** Checks that the images exist and belong to the caller. Unsharing needs nothing else. */
    public List<Finding> forUnshare(SharingState state) {
        FindingCollector collector = new FindingCollector(messages);
        for (ObservedState region : state.regions()) {
            ImageChecks images = new ImageChecks(collector, region, false);
            region.images().forEach(images::checkPresence);
        }
        new TargetChecks(collector, state.audience()).checkResolved();
        return collector.findings();
    }

    /**
     * Checks whether the copies can be made, and the existing copies.
     *
     * @param images the sources and the copies that were read, by region and id
     */
    public List<Finding> forCopies(List<CopyState> copies, Map<ImageRef, ImageState> images, boolean force) {
        FindingCollector collector = new FindingCollector(messages);
        new CopyChecks(collector, images).check(copies);
        return sorted(collector.findings().stream(), force);
    }

    /**
     * Reports the images that were waited for and are not available. A deprecated image was complete long ago.
     *
     * @param others the images that are not available, as last read
     */
    public List<Finding> forAwaited(Map<ImageRef, Optional<Image>> others) {
        FindingCollector collector = new FindingCollector(messages);
        others.forEach((ref, image) -> {
            if (image.isEmpty()) {
                collector.fail(CheckId.IMAGE_FOUND, "absent", ref.id(), ref.region());
            } else if (!image.get().status().equals("Deprecated")) {
                collector.fail(
                        CheckId.IMAGE_STATE, "other", ref.id(), image.get().status(), ref.region());
            }
        });
        return collector.findings();
    }

    /** Reports the requested targets that could not be resolved. */
    public List<Finding> forTargets(ObservedState state) {
        FindingCollector collector = new FindingCollector(messages);
        new TargetChecks(collector, state).checkResolved();
        return collector.findings();
    }

    /** Checks only the role, which the plan may repair. */
    public List<Finding> forRole(RoleState role, Collection<? extends ShareTarget> targets, boolean force) {
        FindingCollector collector = new FindingCollector(messages);
        new RoleChecks(collector, role, Repair.PLANNED).check(targets);
        return sorted(collector.findings().stream(), force);
    }

    /**
     * Checks what a change of only the trust needs.
     *
     * @param after the trust after the change
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

    static void examine(FindingCollector collector, ObservedState state, boolean listed) {
        ImageChecks images = new ImageChecks(collector, state, listed);
        state.images().forEach(images::check);
        KeyChecks keys = new KeyChecks(collector, state.region());
        state.images().stream().filter(image -> !image.foreign()).forEach(keys::check);
    }

    /** Warns of what prevents the targets of an image that stays as it is from launching it. */
    List<Finding> ofUnchanged(ObservedState state) {
        FindingCollector collector = new FindingCollector(messages);
        examine(collector, state, true);
        return collector.findings().stream()
                .filter(finding -> finding.failed() && !OF_SHARING.contains(finding.id()))
                .map(Finding::warned)
                .toList();
    }

    static List<Finding> sorted(Stream<Finding> findings, boolean force) {
        return findings.map(finding -> force ? forced(finding) : finding)
                .sorted(Finding.BY_CHECK)
                .toList();
    }

    private static Finding forced(Finding finding) {
        return FORCEABLE.contains(finding.id()) ? finding.warned() : finding;
    }
}

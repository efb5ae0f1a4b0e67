package dev.shareimage.app.run;

import dev.shareimage.app.Failure;
import dev.shareimage.app.Progress;
import dev.shareimage.app.TargetStatus;
import dev.shareimage.app.state.Reason;
import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.ResourceShares;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Gives images to resource directories and folders through Resource Sharing, and takes them away.
 *
 * <p>Each image has one share of ours, whose name follows from the image's id: so a repeated, interrupted or concurrent
 * run finds it instead of making a second one.
 */
final class DirectoryShares {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(300);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(3);

    private final ResourceShares port;
    private final RunClock timing;
    private final RegionId region;
    private final TargetResults ledger;
    private final FailureDescriber failures;
    private final Messages messages;
    private final Progress progress;

    DirectoryShares(RunContext run, RegionId region, TargetResults ledger, Progress progress) {
        this.port = run.cloud().resourceShares();
        this.timing = run.timing();
        this.messages = run.messages();
        this.failures = new FailureDescriber(run.messages());
        this.region = region;
        this.ledger = ledger;
        this.progress = progress;
    }

    /** Shares the image with the targets and waits until that is in effect. */
    void share(ImageId image, List<ShareTarget> targets) {
        try {
            ManagedResourceShare own = new ManagedResourceShare(port, timing, region, image);
            List<String> ids = targets.stream().map(ShareTarget::id).toList();
            await(image, own.reach(ids), targets, this::arrived);
            Optional<String> older = own.reachOlder(ids);
            if (older.isPresent()) {
                await(image, older.get(), targets, this::arrived);
                own.deleteMine();
            }
        } catch (CloudException e) {
            unfinished(image, targets, e);
        }
    }

    /** Takes the image away from the targets, waits, and deletes the share of ours when nobody is left in it. */
    void unshare(ImageId image, List<ShareTarget> targets) {
        try {
            List<Association> carriers = port.ofImage(region, image).stream()
                    .filter(Association::live)
                    .toList();
            for (String shareId : carriers.stream()
                    .map(Association::resourceShareId)
                    .distinct()
                    .toList()) {
                takeOut(image, shareId, targets);
            }
            targets.stream()
                    .filter(target -> undecided(image, target))
                    .forEach(target -> ledger.note(image, target, TargetStatus.NOT_SHARED));
        } catch (CloudException e) {
            unfinished(image, targets, e);
        }
    }

    private boolean undecided(ImageId image, ShareTarget target) {
        return ledger.with(image, TargetStatus.NOT_TRIED).contains(target);
    }

    /** Takes targets out of a share; those that an earlier run took out and did not see leave are waited for. */
    private void takeOut(ImageId image, String shareId, List<ShareTarget> targets) throws CloudException {
        List<Association> members = port.targetsOf(region, List.of(shareId));
        List<ShareTarget> present = those(targets, members, Association::live);
        List<ShareTarget> leaving = those(targets, members, member -> !member.over());
        if (those(targets, members, member -> true).isEmpty()) {
            return;
        }
        List<Association> resources = port.resourcesOf(region, List.of(shareId)).stream()
                .filter(Association::live)
                .toList();
        if (resources.size() > 1) {
            present.forEach(target -> ledger.fail(image, target, sharedCarrier(image, shareId)));
            return;
        }
        for (int from = 0; from < present.size(); from += ResourceShares.MAX_TARGETS_PER_CALL) {
            port.disassociateTargets(
                    region,
                    shareId,
                    present.subList(from, Math.min(from + ResourceShares.MAX_TARGETS_PER_CALL, present.size())).stream()
                            .map(ShareTarget::id)
                            .toList());
        }
        await(image, shareId, leaving, this::left);
        boolean ours = resources.stream()
                .allMatch(resource -> resource.resourceShareName().equals(ShareNames.of(image)));
        if (ours && isEmpty(shareId)) {
            deleteEmpty(shareId);
        }
    }

    /** Nobody has anything by an empty share, so that one which stays is worth a remark and no failure. */
    private void deleteEmpty(String shareId) {
        try {
            port.delete(region, shareId);
        } catch (CloudException e) {
            ledger.remark(messages.get("note.share-left", shareId, region, Reason.sentence(e)));
        }
    }

    private static List<ShareTarget> those(
            List<ShareTarget> targets, List<Association> members, Predicate<Association> state) {
        return targets.stream()
                .filter(target -> members.stream()
                        .anyMatch(member -> member.entityId().equals(target.id()) && state.test(member)))
                .toList();
    }

    /** Looked up as late as possible: another run may have added a target meanwhile. */
    private boolean isEmpty(String shareId) throws CloudException {
        return port.targetsOf(region, List.of(shareId)).stream().noneMatch(Association::live);
    }

    /** A share that carries other resources too is somebody's arrangement: taking a target out would concern those. */
    private Failure sharedCarrier(ImageId image, String shareId) {
        return new Failure(
                Kind.REFUSED,
                "OtherResourcesInShare",
                messages.get("failure.other-resources", shareId),
                null,
                messages.get("failure.other-resources.fix", shareId, image, region));
    }

    /** Judges one target from what the share now says of it; true when it is decided. */
    @FunctionalInterface
    private interface Verdict {
        boolean decide(ImageId image, ShareTarget target, Optional<Association> association);
    }

    private void await(ImageId image, String shareId, List<ShareTarget> targets, Verdict verdict)
            throws CloudException {
        Duration pause = FIRST_PAUSE;
        List<ShareTarget> open = targets;
        open.forEach(target -> ledger.note(image, target, TargetStatus.PENDING));
        while (true) {
            Map<String, Association> states = latest(port.targetsOf(region, List.of(shareId)));
            Predicate<ShareTarget> undecided =
                    target -> !verdict.decide(image, target, Optional.ofNullable(states.get(target.id())));
            open = open.stream().filter(undecided).toList();
            if (open.isEmpty()) {
                return;
            }
            if (pause.equals(MAX_PAUSE)) {
                progress.step(messages.get("progress.wait-association", image));
            }
            timing.pause(pause, "ListResourceShareAssociations");
            pause = pause.multipliedBy(2).compareTo(MAX_PAUSE) < 0 ? pause.multipliedBy(2) : MAX_PAUSE;
        }
    }

    /** A target may have older associations that failed or ended; a live one counts. */
    private static Map<String, Association> latest(List<Association> associations) {
        Map<String, Association> latest = new HashMap<>();
        associations.forEach(association ->
                latest.merge(association.entityId(), association, (older, newer) -> older.live() ? older : newer));
        return latest;
    }

    private boolean arrived(ImageId image, ShareTarget target, Optional<Association> association) {
        Association.State state = association.map(Association::state).orElse(Association.State.ASSOCIATING);
        if (state == Association.State.ASSOCIATED) {
            ledger.note(image, target, TargetStatus.SHARED);
        } else if (state == Association.State.FAILED) {
            String reason = association.map(Association::failure).orElse("");
            ledger.fail(
                    image,
                    target,
                    new Failure(
                            Kind.REFUSED,
                            "AssociationFailed",
                            messages.get("failure.association", reason == null ? "" : reason),
                            null,
                            messages.get("failure.repeat.fix")));
        }
        return state == Association.State.ASSOCIATED || state == Association.State.FAILED;
    }

    private boolean left(ImageId image, ShareTarget target, Optional<Association> association) {
        boolean gone = association.isEmpty() || association.get().over();
        if (gone) {
            ledger.note(image, target, TargetStatus.UNSHARED);
        }
        return gone;
    }

    /** What was begun stays pending, with the reason; the rest has failed. */
    private void unfinished(ImageId image, List<ShareTarget> targets, CloudException e) {
        List<ShareTarget> pending = ledger.with(image, TargetStatus.PENDING);
        for (ShareTarget target : targets) {
            if (undecided(image, target)) {
                ledger.fail(image, target, failures.of(e));
            } else if (pending.contains(target) && e.kind() != Kind.UNAVAILABLE && e.kind() != Kind.INTERRUPTED) {
                ledger.markPending(image, target, failures.of(e));
            } else if (pending.contains(target)) {
                ledger.markPending(
                        image,
                        target,
                        new Failure(
                                Kind.UNAVAILABLE,
                                e.code(),
                                e.text(),
                                e.requestId().orElse(null),
                                messages.get("failure.pending.fix", image, region)));
            }
        }
    }
}

package dev.shareimage.app.share;

import dev.shareimage.app.Failure;
import dev.shareimage.app.Progress;
import dev.shareimage.app.TargetStatus;
import dev.shareimage.app.run.FailureDescriber;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.run.TargetResults;
import dev.shareimage.app.share.ManagedResourceShare.Begun;
import dev.shareimage.app.state.Reason;
import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.Association.State;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.ResourceShares;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Shares images with resource directories and folders through Resource Sharing, and unshares them.
 *
 * <p>Each image has one share of ours, whose name is made from the image's id. So a repeated, interrupted or concurrent
 * run finds this share and does not create a second one.
 */
final class DirectoryShares {

    private final RunContext run;
    private final ResourceShares port;
    private final RegionId region;
    private final TargetResults results;
    private final FailureDescriber failures;
    private final Messages messages;
    private final Progress progress;

    DirectoryShares(RunContext run, RegionId region, TargetResults results, Progress progress) {
        this.run = run;
        this.port = run.cloud().resourceShares();
        this.messages = run.messages();
        this.failures = new FailureDescriber(run.messages());
        this.region = region;
        this.results = results;
        this.progress = progress;
    }

    /** Shares the image with the targets and waits until that is in effect. */
    void share(ImageId image, List<ShareTarget> targets) {
        try {
            ManagedResourceShare own = new ManagedResourceShare(run, region, image);
            AssociationWait wait = new AssociationWait(run, region, image, results, progress);
            List<String> ids = targets.stream().map(ShareTarget::id).toList();
            wait.arrival(own.reach(ids), targets);
            Optional<Begun> older = own.reachOlder(ids);
            if (older.isPresent()) {
                wait.arrival(older.get(), targets);
                own.deleteMine();
            }
        } catch (CloudException e) {
            unfinished(image, targets, e);
        }
    }

    /** Unshares the image from the targets, waits, and deletes our share if it has no targets left. */
    void unshare(ImageId image, List<ShareTarget> targets) {
        try {
            for (String shareId : port.ofImage(region, image).stream()
                    .filter(carrier -> carrier.state() != State.DISASSOCIATED)
                    .map(Association::resourceShareId)
                    .distinct()
                    .toList()) {
                takeOut(image, shareId, targets);
            }
            targets.stream()
                    .filter(target -> undecided(image, target))
                    .forEach(target -> results.note(image, target, TargetStatus.NOT_SHARED));
        } catch (CloudException e) {
            unfinished(image, targets, e);
        }
    }

    private boolean undecided(ImageId image, ShareTarget target) {
        return results.with(image, TargetStatus.NOT_TRIED).contains(target);
    }

    /**
     * Removes targets from a share. It also waits for targets that an earlier run removed, and removes those whose
     * association failed.
     */
    private void takeOut(ImageId image, String shareId, List<ShareTarget> targets) throws CloudException {
        ShareContents contents = ShareContents.read(run, region, shareId);
        List<ShareTarget> staying = those(targets, contents, member -> member.state() != State.DISASSOCIATED);
        if (those(targets, contents, member -> true).isEmpty()) {
            return;
        }
        if (contents.carriesOtherThan(image)) {
            targets.stream()
                    .filter(target -> contents.access(image, target.id())
                            .filter(access -> !access.over())
                            .isPresent())
                    .forEach(target ->
                            results.fail(image, target, associations().sharedCarrier(shareId, image, region)));
            return;
        }
        Map<String, CloudException> refusals = new TargetCalls(run.timing())
                .send(
                        those(staying, contents, member -> member.state() != State.DISASSOCIATING).stream()
                                .map(ShareTarget::id)
                                .toList(),
                        some -> port.disassociateTargets(region, shareId, some));
        new AssociationWait(run, region, image, results, progress).departure(shareId, contents, refusals, staying);
        if (contents.isNamed(ShareNames.of(image)) && isEmpty(shareId)) {
            deleteEmpty(shareId, ShareNames.of(image));
        }
    }

    private AssociationFailures associations() {
        return new AssociationFailures(messages);
    }

    /** Deletes an empty share. It gives nobody access, so a failure is only a note. */
    private void deleteEmpty(String shareId, String name) {
        try {
            new ShareDeletion(port, run.timing(), region).delete(shareId, name);
        } catch (CloudException e) {
            results.remark(messages.get("note.share-left", shareId, region, Reason.sentence(e, messages)));
        }
    }

    private static List<ShareTarget> those(
            List<ShareTarget> targets, ShareContents contents, Predicate<Association> state) {
        return targets.stream()
                .filter(target -> contents.target(target.id()).filter(state).isPresent())
                .toList();
    }

    /** Whether the share is empty. It is read as late as possible, because another run may have added a target. */
    private boolean isEmpty(String shareId) throws CloudException {
        return port.targetsOf(region, List.of(shareId)).stream().allMatch(Association::over);
    }

    /** Records a failure: targets that were already sent are pending, and the others have failed. */
    private void unfinished(ImageId image, List<ShareTarget> targets, CloudException e) {
        List<ShareTarget> pending = results.with(image, TargetStatus.PENDING);
        for (ShareTarget target : targets) {
            if (undecided(image, target)) {
                results.fail(image, target, failures.of(e));
            } else if (pending.contains(target) && e.kind() != Kind.UNAVAILABLE && e.kind() != Kind.INTERRUPTED) {
                results.markPending(image, target, failures.of(e));
            } else if (pending.contains(target)) {
                results.markPending(
                        image,
                        target,
                        new Failure(
                                Kind.UNAVAILABLE,
                                e.code(),
                                messages.said(e.text()),
                                e.requestId().orElse(null),
                                messages.get("failure.pending.fix", image, region)));
            }
        }
    }
}

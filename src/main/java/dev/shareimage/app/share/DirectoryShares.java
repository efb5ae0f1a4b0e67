package dev.shareimage.app.share;

import dev.shareimage.app.ErrorAdvice;
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
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Shares images with resource directories and folders through Resource Sharing, and unshares them.
 *
 * <p>Each image has one managed share, whose name is made from the image's id. So a repeated, interrupted or concurrent
 * run finds this share and does not create a second one.
 */
final class DirectoryShares {

    /** The calls that may have been carried out although they failed. */
    private static final Set<String> WRITES =
            Set.of("CreateResourceShare", "AssociateResourceShare", "DisassociateResourceShare");

    private final RunContext run;
    private final ResourceShares port;
    private final TargetResults results;
    private final FailureDescriber failures;
    private final Messages messages;
    private final Progress progress;

    DirectoryShares(RunContext run, TargetResults results, Progress progress) {
        this.run = run;
        this.port = run.cloud().resourceShares();
        this.messages = run.messages();
        this.failures = new FailureDescriber(run.messages());
        this.results = results;
        this.progress = progress;
    }

    /** Shares the image with the targets and waits until that is in effect. */
    void share(ImageRef image, List<ShareTarget> targets) {
        try {
            ManagedResourceShare own = new ManagedResourceShare(run, image);
            AssociationWait wait = new AssociationWait(run, image, results, progress);
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
    void unshare(ImageRef image, List<ShareTarget> targets) {
        try {
            for (String shareId : port.ofImage(image.region(), image.id()).stream()
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

    private boolean undecided(ImageRef image, ShareTarget target) {
        return results.with(image, TargetStatus.NOT_TRIED).contains(target);
    }

    /**
     * Removes targets from a share. It also waits for targets that an earlier run removed, and removes those whose
     * association failed.
     */
    private void takeOut(ImageRef image, String shareId, List<ShareTarget> targets) throws CloudException {
        ShareContents contents = ShareContents.read(run, image.region(), shareId);
        List<ShareTarget> staying = those(targets, contents, member -> member.state() != State.DISASSOCIATED);
        if (those(targets, contents, member -> true).isEmpty()) {
            return;
        }
        if (contents.carriesOtherThan(image.id())) {
            targets.stream()
                    .filter(target -> contents.access(image.id(), target.id())
                            .filter(access -> !access.over())
                            .isPresent())
                    .forEach(
                            target -> results.fail(image, target, associations().sharedCarrier(shareId, image)));
            return;
        }
        Map<String, CloudException> refusals = new TargetCalls(run.clock())
                .send(
                        those(staying, contents, member -> member.state() != State.DISASSOCIATING).stream()
                                .map(ShareTarget::id)
                                .toList(),
                        some -> port.disassociateTargets(image.region(), shareId, some));
        new AssociationWait(run, image, results, progress).departure(shareId, contents, refusals, staying);
        if (contents.isNamed(ShareNames.of(image.id())) && isEmpty(image.region(), shareId)) {
            deleteEmpty(image.region(), shareId, ShareNames.of(image.id()));
        }
    }

    private AssociationFailures associations() {
        return new AssociationFailures(messages);
    }

    /** Deletes an empty share. It gives nobody access, so a failure is only a note. */
    private void deleteEmpty(RegionId region, String shareId, String name) {
        try {
            new ShareDeletion(port, run.clock(), region).delete(shareId, name);
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
    private boolean isEmpty(RegionId region, String shareId) throws CloudException {
        return port.targetsOf(region, List.of(shareId)).stream().allMatch(Association::over);
    }

    /** Records a failure: targets that were already sent are pending, and the others have failed. */
    private void unfinished(ImageRef image, List<ShareTarget> targets, CloudException e) {
        List<ShareTarget> pending = results.with(image, TargetStatus.PENDING);
        for (ShareTarget target : targets) {
            if (undecided(image, target)) {
                Failure failure = failures.of(e, target);
                results.fail(image, target, WRITES.contains(e.call()) ? failures.uncertain(failure) : failure);
            } else if (pending.contains(target) && e.kind() != Kind.UNAVAILABLE && e.kind() != Kind.INTERRUPTED) {
                results.markPending(image, target, failures.of(e));
            } else if (pending.contains(target)) {
                results.markPending(
                        image,
                        target,
                        new Failure(
                                Kind.UNAVAILABLE,
                                e.code(),
                                new ErrorAdvice(messages).words(e),
                                e.requestId().orElse(null),
                                messages.get("failure.pending.fix", image.id(), image.region())));
            }
        }
    }
}

package dev.shareimage.app.proposal;

import dev.shareimage.app.Proposal;
import dev.shareimage.app.SelectedImages;
import dev.shareimage.app.ShareRequest;
import dev.shareimage.app.checks.Repair;
import dev.shareimage.app.checks.SharingChecks;
import dev.shareimage.app.copy.CopyWish;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.CopyMark;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.ObservedState;
import dev.shareimage.app.state.RequiredReads;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.app.state.SharingState;
import dev.shareimage.app.state.SharingStateReader;
import dev.shareimage.app.trust.Pruning;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.CopyTarget;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code share}. */
final class ImageSharing {

    private final RunContext run;

    ImageSharing(RunContext run) {
        this.run = run;
    }

    Proposal share(ShareRequest request) throws CloudException {
        return request.copies().isEmpty() ? shareAlone(request) : shareWithCopies(request);
    }

    private Proposal shareAlone(ShareRequest request) throws CloudException {
        Instant asked = run.clock().now();
        SelectedImages selected = request.images();
        SharingState state = new SharingStateReader(run.cloud(), run.parallel())
                .forShare(selected, request.targets(), request.setup());
        require(run, state, request.force());
        return proposal(selected, state, checked(request, state), asked, new Copies(run, List.of()));
    }

    private Proposal shareWithCopies(ShareRequest request) throws CloudException {
        Instant asked = run.clock().now();
        SharingStateReader reader = new SharingStateReader(run.cloud(), run.parallel());
        reader.startRole();
        CopyPlanning planning = new CopyPlanning(run, CopyWish.of(originals(request.images()), request.copies()));
        SelectedImages selected =
                planning.with(request.images(), planning.read().keySet());
        SharingState state =
                reader.forShare(selected, request.targets(), request.setup()).copying(planning.awaited());
        require(run, state, request.force());
        List<Finding> ofImages = checked(request, state).stream()
                .map(finding -> withCopies(finding, request.copies()))
                .toList();
        List<Finding> findings = planning.findings(state, ofImages, request.findings(), request.force());
        return proposal(selected, state, findings, asked, planning.plan(state, findings));
    }

    /** The images that are not copies of other images in the list. */
    private static List<ImageRef> originals(SelectedImages selected) {
        return selected.images().stream()
                .filter(image -> Optional.ofNullable(selected.seen().get(image))
                        .flatMap(CopyMark::of)
                        .map(CopyMark::source)
                        .filter(selected.images()::contains)
                        .isEmpty())
                .toList();
    }

    /** The command that waits for the image makes the copies too. */
    private static Finding withCopies(Finding finding, List<CopyTarget> copies) {
        String fix = finding.fix();
        return fix == null || !finding.failed() || finding.id() != CheckId.IMAGE_STATE
                ? finding
                : Finding.fail(
                        finding.id(),
                        finding.message(),
                        fix.replace(
                                " --wait ",
                                " --wait --copy-to "
                                        + copies.stream()
                                                .map(CopyTarget::toString)
                                                .collect(Collectors.joining(",")) + " "));
    }

    private List<Finding> checked(ShareRequest request, SharingState state) {
        return new SharingChecks(run.messages(), state, Repair.planned(request.setup()))
                .findings(request.findings(), request.force());
    }

    private Proposal proposal(
            SelectedImages selected, SharingState state, List<Finding> findings, Instant asked, Copies copies) {
        return new SharingProposal(
                run,
                state,
                Stream.concat(selected.findings().stream(), findings.stream()).toList(),
                Pruning.NONE,
                asked,
                new UnreadRegions(run.messages()).failure(selected),
                copies);
    }

    /**
     * Fails if the state that the command needs could not be read.
     *
     * @param force whether directories and folders may get an image although it is not known whether they can use it
     * @throws CloudException the reason
     */
    static void require(RunContext run, SharingState state, boolean force) throws CloudException {
        state.caller().require();
        RequiredReads.understood(state, state.role());
        RequiredReads.images(state.images());
        for (ImageState image : state.images()) {
            if (state.leaving().containsKey(image.ref())
                    || !ObservedState.groups(state.wanted(image)).isEmpty()) {
                RequiredReads.groups(image);
            }
        }
        RoleState role = state.role();
        if (role != null && !state.keyTargets().isEmpty()) {
            RequiredReads.roleUnlessForbidden(role);
        }
        if (role != null && !force) {
            UnseenRole.refuseGroups(role, state.judgedForKey(), run.messages());
        }
    }
}

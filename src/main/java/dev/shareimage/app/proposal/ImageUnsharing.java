package dev.shareimage.app.proposal;

import dev.shareimage.app.Proposal;
import dev.shareimage.app.SelectedImages;
import dev.shareimage.app.UnshareRequest;
import dev.shareimage.app.checks.Checks;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.ObservedState;
import dev.shareimage.app.state.RequiredReads;
import dev.shareimage.app.state.SharingState;
import dev.shareimage.app.state.SharingStateReader;
import dev.shareimage.app.trust.Pruning;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.check.Finding;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** {@code unshare}. */
final class ImageUnsharing {

    private final RunContext run;

    ImageUnsharing(RunContext run) {
        this.run = run;
    }

    Proposal unshare(UnshareRequest request) throws CloudException {
        Instant asked = run.clock().now();
        SelectedImages selected = request.images();
        SharingState state = new SharingStateReader(run.cloud(), run.parallel())
                .forUnshare(selected, request.targets(), request.all(), request.pruneTrust() && request.setup());
        state.caller().require();
        RequiredReads.understood(state, null);
        RequiredReads.images(state.images());
        for (ImageState image : state.images()) {
            requireHolders(image, request.all(), state.audience().targets());
        }
        List<Finding> findings = new Checks(run.messages()).forUnshare(state);
        return new SharingProposal(
                run,
                state,
                Stream.concat(selected.findings().stream(), findings.stream())
                        .distinct()
                        .toList(),
                pruning(state),
                asked,
                new UnreadRegions(run.messages()).failure(selected),
                new Copies(run, List.of()));
    }

    private Pruning pruning(SharingState state) throws CloudException {
        return state.role() == null
                ? Pruning.NONE
                : Pruning.plan(
                        run,
                        state.audience().region(),
                        state.caller().require().account(),
                        state.leaving(),
                        List.of(),
                        state.role());
    }

    /**
     * Fails if the holders of an image could not be read, because nobody may be reported as not having it.
     *
     * @throws CloudException the reason
     */
    private static void requireHolders(ImageState image, boolean all, List<ShareTarget> targets) throws CloudException {
        if (all || !ObservedState.accounts(targets).isEmpty()) {
            RequiredReads.ofPresent(image, image.shares());
        }
        if (all || !ObservedState.groups(targets).isEmpty()) {
            RequiredReads.ofPresent(image, image.resourceShares());
        }
    }
}

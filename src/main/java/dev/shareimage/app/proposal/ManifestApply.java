package dev.shareimage.app.proposal;

import dev.shareimage.app.Proposal;
import dev.shareimage.app.ShareService.ApplyRequest;
import dev.shareimage.app.checks.ManifestChecks;
import dev.shareimage.app.plan.Planner;
import dev.shareimage.app.plan.TrustChange;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.ManifestState;
import dev.shareimage.app.state.ManifestStateReader;
import dev.shareimage.app.state.ObservedState;
import dev.shareimage.app.state.RequiredReads;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.app.trust.Pruning;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.check.Finding;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** {@code apply}. */
final class ManifestApply {

    private final RunContext run;

    ManifestApply(RunContext run) {
        this.run = run;
    }

    Proposal apply(ApplyRequest request) throws CloudException {
        LocalDate today = LocalDate.ofInstant(run.timing().clock().instant(), ZoneOffset.UTC);
        ManifestState state = new ManifestStateReader(run.cloud(), run.parallel()).take(request.manifest(), today);
        state.caller().require();
        RequiredReads.understood(state.audience(), state.role());
        for (ObservedState region : state.regions()) {
            RequiredReads.understood(region, null);
        }
        RequiredReads.images(state.images());
        if (request.prune()) {
            requireGroups(state.images());
        }
        if (request.setup() && state.role() != null) {
            RequiredReads.roleUnlessForbidden(state.role());
        }
        if (state.role() != null && !request.force()) {
            UnseenRole.refuseGroups(state.role(), Planner.keyNewcomers(state), run.messages());
        }
        List<Finding> findings = new ManifestChecks(run.messages(), state, request.prune(), request.setup())
                .findings(request.findings(), request.force());
        return new ApplyProposal(run, request, state, findings, pruning(request, state, findings));
    }

    private Pruning pruning(ApplyRequest request, ManifestState state, List<Finding> findings) throws CloudException {
        RoleState role = state.role();
        boolean blocked = findings.stream().anyMatch(Finding::failed);
        boolean anyLeaves = state.images().stream()
                .anyMatch(image ->
                        state.needsSetup(image) && !state.unwanted(image).isEmpty());
        if (!request.prune() || !request.setup() || role == null || blocked || !anyLeaves) {
            return Pruning.NONE;
        }
        RoleState added = role.trust() == null
                ? role
                : role.withTrust(new TrustChange.Add(state.keyTargets(), role.membership()).apply(role.trust()));
        return Pruning.plan(
                run,
                state.audience().region(),
                state.caller().require().account(),
                state.unwanted(),
                stillNeeded(state),
                added);
    }

    /** Who is about to get an encrypted image, and whose trust is to be left alone. */
    private static List<ShareTarget> stillNeeded(ManifestState state) {
        List<ShareTarget> needed = new ArrayList<>();
        for (ImageState image : state.images()) {
            if (image.needsKey()) {
                needed.addAll(state.wanted(image));
                needed.addAll(state.needsSetup(image) ? List.of() : state.unwanted(image));
            }
        }
        return needed;
    }

    /** Who may not look at directories and folders leaves them alone; anything else must be known. */
    private static void requireGroups(List<ImageState> images) throws CloudException {
        for (ImageState image : images) {
            if (image.found().isPresent() && !image.resourceShares().forbidden()) {
                image.resourceShares().require();
            }
        }
    }
}

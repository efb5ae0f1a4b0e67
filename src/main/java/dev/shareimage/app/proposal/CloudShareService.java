package dev.shareimage.app.proposal;

import dev.shareimage.app.PresentTrust;
import dev.shareimage.app.Proposal;
import dev.shareimage.app.Report;
import dev.shareimage.app.ShareListing;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.checks.Checks;
import dev.shareimage.app.checks.Repair;
import dev.shareimage.app.manifest.LiveImage;
import dev.shareimage.app.query.Doctor;
import dev.shareimage.app.query.Export;
import dev.shareimage.app.query.Listing;
import dev.shareimage.app.query.TrustReport;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.ObservedState;
import dev.shareimage.app.state.RequiredReads;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.app.state.StateReader;
import dev.shareimage.app.trust.Pruning;
import dev.shareimage.app.verify.Diagnosis;
import dev.shareimage.app.verify.OwnersHalf;
import dev.shareimage.app.verify.ReceivedImagesReader;
import dev.shareimage.app.verify.ReceivedListing;
import dev.shareimage.app.verify.Verification;
import dev.shareimage.app.verify.Verifier;
import dev.shareimage.app.verify.VerifyRequest;
import dev.shareimage.cloud.CallCount;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.check.Finding;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The service on a cloud. */
public final class CloudShareService implements ShareService {

    private final RunContext run;
    private final RegionId region;

    /**
     * @param region where global commands ask for lists of regions
     */
    public CloudShareService(RunContext run, RegionId region) {
        this.run = run;
        this.region = region;
    }

    @Override
    public Proposal share(ShareRequest request) throws CloudException {
        Instant asked = run.timing().clock().instant();
        StateReader reader = new StateReader(run.cloud(), run.parallel(), request.region());
        ObservedState state = reader.take(request.images(), request.targets());
        state.caller().require();
        RequiredReads.understood(state, state.role());
        RequiredReads.images(state.images());
        RequiredReads.groups(state, state.targets());
        if (request.setup() && state.role() != null) {
            RequiredReads.roleUnlessForbidden(state.role());
        }
        if (state.role() != null && !request.force()) {
            UnseenRole.refuseGroups(state.role(), state.targets(), run.messages());
        }
        List<Finding> findings = new Checks(run.messages())
                .forShare(request.findings(), state, Repair.planned(request.setup()), request.force());
        return new ShareProposal(run, request, state, findings, asked);
    }

    @Override
    public Proposal unshare(UnshareRequest request) throws CloudException {
        StateReader reader = new StateReader(run.cloud(), run.parallel(), request.region());
        ObservedState state = reader.takeShares(request.images(), request.targets());
        state.caller().require();
        RequiredReads.understood(state, null);
        RequiredReads.images(state.images());
        for (ImageState image : state.images()) {
            requireHolders(image, request.all(), state.targets());
        }
        Map<ImageId, List<ShareTarget>> targets = new LinkedHashMap<>();
        for (ImageState image : state.images()) {
            targets.put(image.id(), request.all() ? image.entries() : state.targets());
        }
        Pruning pruning = Pruning.NONE;
        if (request.pruneTrust() && request.setup()) {
            RoleState role = reader.role();
            pruning = Pruning.plan(
                    run,
                    request.region(),
                    state.caller().require().account(),
                    Map.of(request.region(), targets),
                    List.of(),
                    role);
        }
        List<Finding> findings = new Checks(run.messages()).forUnshare(state);
        return new UnshareProposal(run, state, findings, targets, pruning);
    }

    @Override
    public Proposal createRole(TargetQuery targets, boolean force) throws CloudException {
        return new TrustChanges(run, region).createRole(targets, force);
    }

    @Override
    public Proposal setTrust(TargetQuery targets, TrustMode mode, boolean force) throws CloudException {
        return new TrustChanges(run, region).setTrust(targets, mode, force);
    }

    @Override
    public PresentTrust presentTrust() throws CloudException {
        return new TrustReport(run).read();
    }

    @Override
    public ShareListing listShares(ListRequest request) throws CloudException {
        return new Listing(run, request).read();
    }

    @Override
    public Verification verify(VerifyRequest request) throws CloudException {
        return new Verifier(run, request).verify();
    }

    @Override
    public List<Diagnosis> ownersHalf(RegionId where, List<ImageId> images, AccountId recipient) throws CloudException {
        return new OwnersHalf(run, where, recipient).examine(images);
    }

    @Override
    public ReceivedListing received(List<RegionId> regions) throws CloudException {
        return new ReceivedImagesReader(run).read(regions);
    }

    @Override
    public CallCount calls() {
        return run.cloud().calls();
    }

    @Override
    public AccountId account() throws CloudException {
        return run.cloud().identity().caller().account();
    }

    @Override
    public Report doctor(DoctorRequest request) throws CloudException {
        return new Doctor(run, request).examine();
    }

    @Override
    public Proposal apply(ApplyRequest request) throws CloudException {
        return new ManifestApply(run).apply(request);
    }

    @Override
    public List<String> export(ListRequest request, Consumer<LiveImage> sink) throws CloudException {
        return new Export(run, request).to(sink);
    }

    /**
     * Nobody may be said not to have an image whose holders could not be read.
     *
     * @throws CloudException why they could not
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

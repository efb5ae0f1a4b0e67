package dev.shareimage.cli;

import dev.shareimage.app.ApplyRequest;
import dev.shareimage.app.DoctorRequest;
import dev.shareimage.app.ImageQuery;
import dev.shareimage.app.ImageSelection;
import dev.shareimage.app.ListRequest;
import dev.shareimage.app.PresentTrust;
import dev.shareimage.app.Progress;
import dev.shareimage.app.Proposal;
import dev.shareimage.app.Report;
import dev.shareimage.app.ReportRequest;
import dev.shareimage.app.SelectedImages;
import dev.shareimage.app.ShareListing;
import dev.shareimage.app.ShareRequest;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.Status;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.TrustMode;
import dev.shareimage.app.UnshareRequest;
import dev.shareimage.app.manifest.LiveImage;
import dev.shareimage.app.plan.Plan;
import dev.shareimage.app.report.AccessReport;
import dev.shareimage.app.report.ReportFixture;
import dev.shareimage.app.verify.Diagnosis;
import dev.shareimage.app.verify.ImageHolders;
import dev.shareimage.app.verify.ReceivedListing;
import dev.shareimage.app.verify.Verification;
import dev.shareimage.app.verify.VerifyRequest;
import dev.shareimage.cloud.CallCount;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A service with prepared answers that keeps its requests. */
class FakeService implements ShareService {

    private final List<Object> requests = new ArrayList<>();
    private final List<ImageRef> awaited = new ArrayList<>();
    private Proposal proposal = new FakeProposal(Reports.unchanged(), Reports.unchanged());
    private ImageSelection selection =
            new ImageSelection(SelectedImages.of(List.of(Reports.REF)), List.of(), List.of());
    private ShareListing listing = Reports.listing();
    private Report examination = Reports.unchanged();
    private List<LiveImage> exported = List.of();
    private PresentTrust presentTrust = new PresentTrust(TrustPolicy.empty(), null, List.of(), null);
    private CloudException exportFailure;
    private CloudException proposalFailure;

    /** Proposes this report, and returns the other one when the proposal is applied. */
    FakeService proposing(Proposal other) {
        proposal = other;
        return this;
    }

    /** Exports these images, and then fails unless the failure is null. */
    FakeService exporting(List<LiveImage> images, CloudException failure) {
        exported = images;
        exportFailure = failure;
        return this;
    }

    /** Returns this selection for every request. */
    FakeService selecting(ImageSelection other) {
        selection = other;
        return this;
    }

    FakeService listing(ShareListing other) {
        listing = other;
        return this;
    }

    FakeService examining(Report other) {
        examination = other;
        return this;
    }

    /** The images that a command waited for. */
    List<ImageRef> awaited() {
        return awaited;
    }

    List<Object> requests() {
        return requests;
    }

    @Override
    public ImageSelection select(ImageQuery query) {
        requests.add(query);
        return selection;
    }

    @Override
    public SelectedImages await(SelectedImages images) {
        awaited.addAll(images.images());
        return images;
    }

    @Override
    public SelectedImages awaitAvailable(SelectedImages images) {
        return await(images);
    }

    @Override
    public Proposal share(ShareRequest request) throws CloudException {
        requests.add(request);
        return proposal;
    }

    @Override
    public Proposal unshare(UnshareRequest request) throws CloudException {
        requests.add(request);
        return proposal;
    }

    @Override
    public Proposal createRole(TargetQuery targets, boolean force) throws CloudException {
        requests.add(targets);
        return proposal;
    }

    @Override
    public Proposal setTrust(TargetQuery targets, TrustMode mode, boolean force) throws CloudException {
        requests.add(targets);
        requests.add(mode);
        return proposal;
    }

    /** Sets the trust of the role. */
    FakeService trusting(PresentTrust other) {
        presentTrust = other;
        return this;
    }

    @Override
    public PresentTrust presentTrust() {
        return presentTrust;
    }

    @Override
    public AccessReport report(ReportRequest request) throws CloudException {
        requests.add(request);
        return ReportFixture.small();
    }

    @Override
    public ShareListing listShares(ListRequest request) throws CloudException {
        requests.add(request);
        return listing;
    }

    /** Fails every proposal for this reason. */
    FakeService failing(CloudException reason) {
        proposalFailure = reason;
        return this;
    }

    @Override
    public Proposal apply(ApplyRequest request) throws CloudException {
        requests.add(request);
        if (proposalFailure != null) {
            throw proposalFailure;
        }
        return proposal;
    }

    @Override
    public List<String> export(ListRequest request, Consumer<LiveImage> sink) throws CloudException {
        requests.add(request);
        exported.forEach(sink);
        if (exportFailure != null) {
            throw exportFailure;
        }
        return List.of();
    }

    @Override
    public Report doctor(DoctorRequest request) throws CloudException {
        requests.add(request);
        return examination;
    }

    @Override
    public Verification verify(VerifyRequest request) {
        requests.add(request);
        return new Verification(
                Status.SUCCEEDED,
                request.region(),
                new AccountId("2000000000000002"),
                List.of(),
                List.of(),
                new CallCount(0, 0),
                null);
    }

    @Override
    public List<Diagnosis> checkOwnerSide(RegionId region, List<ImageId> images, AccountId recipient) {
        requests.add(recipient);
        return List.of();
    }

    @Override
    public ImageHolders recipients(RegionId region, List<ImageId> images) {
        requests.add(images);
        return new ImageHolders(new TreeMap<>(), List.of());
    }

    @Override
    public ReceivedListing received(List<RegionId> regions) {
        requests.add(regions);
        return new ReceivedListing(regions, account(), List.of(), List.of(), calls(), null);
    }

    @Override
    public CallCount calls() {
        return new CallCount(0, 0);
    }

    @Override
    public AccountId account() {
        return new AccountId("1000000000000001");
    }

    /** A proposal with prepared reports. */
    record FakeProposal(Report preview, Plan plan, List<String> warnings, Report result) implements Proposal {

        FakeProposal(Report preview, Report result) {
            this(preview, new Plan(List.of()), List.of(), result);
        }

        @Override
        public Report apply(Progress progress) {
            progress.step("share image m-1 with 2 targets");
            progress.advance("image m-1 is shared", 1, 1);
            return result;
        }
    }
}

package dev.shareimage.app.proposal;

import dev.shareimage.app.ApplyRequest;
import dev.shareimage.app.DoctorRequest;
import dev.shareimage.app.ImageQuery;
import dev.shareimage.app.ImageSelection;
import dev.shareimage.app.ListRequest;
import dev.shareimage.app.PresentTrust;
import dev.shareimage.app.Proposal;
import dev.shareimage.app.Report;
import dev.shareimage.app.ReportRequest;
import dev.shareimage.app.SelectedImages;
import dev.shareimage.app.ShareListing;
import dev.shareimage.app.ShareRequest;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.TrustMode;
import dev.shareimage.app.UnshareRequest;
import dev.shareimage.app.checks.Checks;
import dev.shareimage.app.copy.ImageWait;
import dev.shareimage.app.manifest.LiveImage;
import dev.shareimage.app.query.AccessReader;
import dev.shareimage.app.query.Doctor;
import dev.shareimage.app.query.Export;
import dev.shareimage.app.query.Listing;
import dev.shareimage.app.query.TrustReport;
import dev.shareimage.app.report.AccessReport;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.select.ImageSelector;
import dev.shareimage.app.verify.Diagnosis;
import dev.shareimage.app.verify.HoldersReader;
import dev.shareimage.app.verify.ImageHolders;
import dev.shareimage.app.verify.OwnerSideChecks;
import dev.shareimage.app.verify.ReceivedImagesReader;
import dev.shareimage.app.verify.ReceivedListing;
import dev.shareimage.app.verify.Verification;
import dev.shareimage.app.verify.Verifier;
import dev.shareimage.app.verify.VerifyRequest;
import dev.shareimage.cloud.CallCount;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    public ImageSelection select(ImageQuery query) throws CloudException {
        return new ImageSelector(run, query, region).select();
    }

    @Override
    public SelectedImages await(SelectedImages images) throws CloudException {
        new ImageWait(run).until(unsure(images));
        return images.unseen();
    }

    @Override
    public SelectedImages awaitAvailable(SelectedImages images) throws CloudException {
        Map<ImageRef, Optional<Image>> others = new ImageWait(run).until(unsure(images));
        return images.unseen().withFindings(new Checks(run.messages()).forAwaited(others));
    }

    /** Those that were not seen to be available already. */
    private static List<ImageRef> unsure(SelectedImages images) {
        return images.images().stream()
                .filter(image -> !Optional.ofNullable(images.seen().get(image))
                        .filter(Image::available)
                        .isPresent())
                .toList();
    }

    @Override
    public Proposal share(ShareRequest request) throws CloudException {
        return new UnknownRegions(run, request.findings()).orExplained(() -> new ImageSharing(run).share(request));
    }

    @Override
    public Proposal unshare(UnshareRequest request) throws CloudException {
        return new ImageUnsharing(run).unshare(request);
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
    public AccessReport report(ReportRequest request) throws CloudException {
        return new AccessReader(run, request).read();
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
    public List<Diagnosis> checkOwnerSide(RegionId where, List<ImageId> images, AccountId recipient)
            throws CloudException {
        return new OwnerSideChecks(run, where, recipient).examine(images);
    }

    @Override
    public ImageHolders recipients(RegionId where, List<ImageId> images) throws CloudException {
        return new HoldersReader(run, where).read(images);
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
        return new UnknownRegions(run, request.findings()).orExplained(() -> new ManifestApply(run).apply(request));
    }

    @Override
    public List<String> export(ListRequest request, Consumer<LiveImage> sink) throws CloudException {
        return new Export(run, request).to(sink);
    }
}

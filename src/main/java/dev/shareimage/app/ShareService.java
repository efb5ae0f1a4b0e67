package dev.shareimage.app;

import dev.shareimage.app.manifest.LiveImage;
import dev.shareimage.app.report.AccessReport;
import dev.shareimage.app.verify.Diagnosis;
import dev.shareimage.app.verify.ImageHolders;
import dev.shareimage.app.verify.ReceivedListing;
import dev.shareimage.app.verify.Verification;
import dev.shareimage.app.verify.VerifyRequest;
import dev.shareimage.cloud.CallCount;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.List;
import java.util.function.Consumer;

/** Everything that the commands do with the cloud. */
public interface ShareService {

    /** The role. The cloud prescribes its name, and each account has one. */
    String ROLE = "AliyunECSShareEncryptImageDefaultRole";

    /**
     * Finds the images that are asked for.
     *
     * @throws CloudException where a region that was named could not be read, or none could
     */
    ImageSelection select(ImageQuery query) throws CloudException;

    /**
     * Waits until the images that are still being made are available. It ends at once when one of them cannot become
     * available any more; the checks of the next request then say which.
     *
     * @return the same images, to be read anew
     * @throws CloudException if an image cannot be read, or the time ends before
     */
    SelectedImages await(SelectedImages images) throws CloudException;

    /**
     * The same before a request that does not check the state of images: what was not found or has failed is a finding.
     *
     * @throws CloudException as above
     */
    SelectedImages awaitAvailable(SelectedImages images) throws CloudException;

    /** Proposes to share images: checks, role, policy, trust, shares, read-back. */
    Proposal share(ShareRequest request) throws CloudException;

    /**
     * Proposes to unshare images; with {@code pruneTrust} also to remove trust that no encrypted image needs any more.
     */
    Proposal unshare(UnshareRequest request) throws CloudException;

    /**
     * Proposes to create the role and attach its policy.
     *
     * @param force overrides the checks that can be overridden
     */
    Proposal createRole(TargetQuery targets, boolean force) throws CloudException;

    /**
     * Proposes to change the role's trust policy.
     *
     * @param force overrides the checks that can be overridden
     */
    Proposal setTrust(TargetQuery targets, TrustMode mode, boolean force) throws CloudException;

    /** Reads whom the role trusts now. */
    PresentTrust presentTrust() throws CloudException;

    /** Reads who has which image, and whether the trust policy covers them. */
    ShareListing listShares(ListRequest request) throws CloudException;

    /** Reads who has which image for a report: also keys, role, members and what differs from a manifest. */
    AccessReport report(ReportRequest request) throws CloudException;

    /** Runs all checks and changes nothing. A check that cannot read what it needs does not throw. */
    Report doctor(DoctorRequest request) throws CloudException;

    /**
     * Whether the caller, a recipient, can launch images, and who has to repair what; changes nothing.
     *
     * @throws CloudException only when the run is interrupted
     */
    Verification verify(VerifyRequest request) throws CloudException;

    /**
     * What keeps a recipient from using images of the caller's.
     *
     * @throws CloudException only when the run is interrupted
     */
    List<Diagnosis> ownersHalf(RegionId region, List<ImageId> images, AccountId recipient) throws CloudException;

    /** Which accounts have images of the caller's. */
    ImageHolders recipients(RegionId region, List<ImageId> images) throws CloudException;

    /** The images that others share with the caller. */
    ReceivedListing received(List<RegionId> regions) throws CloudException;

    /** How many requests were sent so far. */
    CallCount calls();

    /** The account that the caller belongs to. */
    AccountId account() throws CloudException;

    /**
     * Proposes to change the cloud to what a manifest says. It plans all images of all regions before anything is
     * changed.
     */
    Proposal apply(ApplyRequest request) throws CloudException;

    /**
     * Passes all images with their shares to the consumer, in the cloud's order. Only one page is in memory.
     *
     * @return notes about images that were deleted in the meantime
     * @throws CloudException if something cannot be read; then the consumer did not get all images
     */
    List<String> export(ListRequest request, Consumer<LiveImage> sink) throws CloudException;
}

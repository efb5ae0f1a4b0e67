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

/**
 * Everything that the commands do with the cloud.
 *
 * <p>Unless a method says otherwise, it throws {@link CloudException} if the cloud refuses a call or cannot be reached, if
 * something that it needs cannot be read, if the time limit is reached, or if the run is interrupted.
 */
public interface ShareService {

    /** The role. The cloud prescribes its name, and each account has one. */
    String ROLE = "AliyunECSShareEncryptImageDefaultRole";

    /**
     * Finds the requested images.
     *
     * @throws CloudException if a named region could not be read, or none could
     */
    ImageSelection select(ImageQuery query) throws CloudException;

    /**
     * Waits until all images that are being created are available. It ends at once if one of them has failed; the
     * checks of the next request then report it.
     *
     * @return the same images, to be read again
     * @throws CloudException if an image cannot be read, or if the time limit is reached
     */
    SelectedImages await(SelectedImages images) throws CloudException;

    /**
     * Does the same before a request that does not check the state of images. An image that was not found or has failed
     * is a finding.
     *
     * @throws CloudException if an image cannot be read, or if the time limit is reached
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

    /** Reads who has which image for a report, with keys, role, members and differences from a manifest. */
    AccessReport report(ReportRequest request) throws CloudException;

    /** Runs all checks and changes nothing. A check that cannot read what it needs does not throw. */
    Report doctor(DoctorRequest request) throws CloudException;

    /**
     * Checks whether the caller, a recipient, can launch images, and who has to repair what. Changes nothing.
     *
     * @throws CloudException only if the run is interrupted
     */
    Verification verify(VerifyRequest request) throws CloudException;

    /**
     * Checks what prevents a recipient from using the caller's images.
     *
     * @throws CloudException only if the run is interrupted
     */
    List<Diagnosis> checkOwnerSide(RegionId region, List<ImageId> images, AccountId recipient) throws CloudException;

    /** Reads the accounts that have the caller's images. */
    ImageHolders recipients(RegionId region, List<ImageId> images) throws CloudException;

    /** Lists the images that others share with the caller. */
    ReceivedListing received(List<RegionId> regions) throws CloudException;

    /** The number of requests so far. */
    CallCount calls();

    /** The caller's account. */
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

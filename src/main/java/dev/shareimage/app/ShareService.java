package dev.shareimage.app;

import dev.shareimage.app.manifest.LiveImage;
import dev.shareimage.app.manifest.Manifest;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.check.Finding;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Everything that the commands do with the cloud. */
public interface ShareService {

    /** The role whose name the cloud prescribes; there is one per account. */
    String ROLE = "AliyunECSShareEncryptImageDefaultRole";

    /** Checks, role, policy, trust, share, read-back. */
    Proposal share(ShareRequest request) throws CloudException;

    /** Takes shares away, and with {@code pruneTrust} the trust that no encrypted image needs any more. */
    Proposal unshare(UnshareRequest request) throws CloudException;

    /**
     * Makes sure that the role exists and has its policy.
     *
     * @param force overrides the checks that say so
     */
    Proposal createRole(TargetQuery targets, boolean force) throws CloudException;

    /**
     * Changes the role's trust policy.
     *
     * @param force overrides the checks that say so
     */
    Proposal setTrust(TargetQuery targets, TrustMode mode, boolean force) throws CloudException;

    /** What the role trusts now. */
    PresentTrust presentTrust() throws CloudException;

    /** Who has which image, and whether the trust covers them. */
    ShareListing listShares(ListRequest request) throws CloudException;

    /** All checks, changing nothing; never throws for a check that could not look. */
    Report doctor(DoctorRequest request) throws CloudException;

    /** Makes the cloud what a manifest says: plans all images of all regions before anything is written. */
    Proposal apply(ApplyRequest request) throws CloudException;

    /**
     * Hands over the images and who has them, one after the other in the cloud's order; no more than a page is held.
     *
     * @return what is to be said of images that were deleted meanwhile
     * @throws CloudException when something cannot be read; the images handed over by then are not all
     */
    List<String> export(ListRequest request, Consumer<LiveImage> sink) throws CloudException;

    /** What {@code set-trust} does with the targets. */
    enum TrustMode {
        MERGE,
        REPLACE,
        REMOVE
    }

    /**
     * What to share.
     *
     * @param region whose listing was checked already: {@code findings}
     * @param findings what the checks that need no cloud found
     * @param force overrides the checks that say so
     * @param setup whether role, policy and trust may be touched
     */
    record ShareRequest(
            RegionId region,
            List<ImageId> images,
            TargetQuery targets,
            List<Finding> findings,
            boolean force,
            boolean setup) {
        public ShareRequest {
            images = images.stream().distinct().toList();
            findings = List.copyOf(findings);
        }
    }

    /**
     * What to take away.
     *
     * @param all every target of the images instead of the ones named
     */
    record UnshareRequest(
            RegionId region,
            List<ImageId> images,
            TargetQuery targets,
            boolean all,
            boolean pruneTrust,
            boolean setup) {
        public UnshareRequest {
            images = images.stream().distinct().toList();
        }
    }

    /**
     * What to list.
     *
     * @param images empty for all images of the region
     */
    record ListRequest(RegionId region, List<ImageId> images) {
        public ListRequest {
            images = images.stream().distinct().toList();
        }
    }

    /**
     * What to make true.
     *
     * @param findings what the checks that need no cloud found about each region
     * @param prune whether the images are taken away from everybody else
     * @param force overrides the checks that say so
     * @param setup whether role, policy and trust may be touched
     */
    record ApplyRequest(
            Manifest manifest, Map<RegionId, List<Finding>> findings, boolean prune, boolean force, boolean setup) {
        public ApplyRequest {
            findings = Map.copyOf(findings);
        }
    }

    /**
     * What to examine; images and targets may be empty.
     *
     * @param force overrides the checks that say so
     * @param setup whether sharing might touch role, policy and trust
     */
    record DoctorRequest(
            RegionId region,
            List<ImageId> images,
            TargetQuery targets,
            List<Finding> findings,
            boolean force,
            boolean setup) {
        public DoctorRequest {
            images = images.stream().distinct().toList();
            findings = List.copyOf(findings);
        }
    }
}

package dev.shareimage.app;

import dev.shareimage.app.manifest.LiveImage;
import dev.shareimage.app.manifest.Manifest;
import dev.shareimage.app.manifest.NamedManifest;
import dev.shareimage.app.report.AccessReport;
import dev.shareimage.app.verify.Diagnosis;
import dev.shareimage.app.verify.ImageHolders;
import dev.shareimage.app.verify.ReceivedListing;
import dev.shareimage.app.verify.Verification;
import dev.shareimage.app.verify.VerifyRequest;
import dev.shareimage.cloud.CallCount;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.CopyTarget;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.check.Finding;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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

    /** What {@code set-trust} does with the targets. */
    enum TrustMode {
        MERGE,
        REPLACE,
        REMOVE
    }

    /**
     * What to share.
     *
     * @param findings what the checks that need no cloud found about each region
     * @param force overrides the checks that can be overridden
     * @param setup whether role, policy and trust may be changed
     * @param copies where a copy of each image is to be made sure of, and shared too
     */
    record ShareRequest(
            SelectedImages images,
            TargetQuery targets,
            Map<RegionId, List<Finding>> findings,
            boolean force,
            boolean setup,
            List<CopyTarget> copies) {
        public ShareRequest {
            findings = Map.copyOf(findings);
            copies = copies.stream().distinct().toList();
        }

        /** Without copies. */
        public ShareRequest(
                SelectedImages images,
                TargetQuery targets,
                Map<RegionId, List<Finding>> findings,
                boolean force,
                boolean setup) {
            this(images, targets, findings, force, setup, List.of());
        }

        /** Images of one region. */
        public ShareRequest(
                RegionId region,
                List<ImageId> images,
                TargetQuery targets,
                List<Finding> findings,
                boolean force,
                boolean setup) {
            this(SelectedImages.of(region, images), targets, Map.of(region, findings), force, setup);
        }
    }

    /**
     * What to unshare.
     *
     * @param all all targets of the images instead of the named ones
     */
    record UnshareRequest(SelectedImages images, TargetQuery targets, boolean all, boolean pruneTrust, boolean setup) {

        /** Images of one region. */
        public UnshareRequest(
                RegionId region,
                List<ImageId> images,
                TargetQuery targets,
                boolean all,
                boolean pruneTrust,
                boolean setup) {
            this(SelectedImages.of(region, images), targets, all, pruneTrust, setup);
        }
    }

    /**
     * What to list.
     *
     * @param images the images, or with {@code every} only the regions
     * @param every every image that the account has in the regions
     * @param sharedWith the accounts whose images are listed alone; empty for whatever account has them
     * @param against the manifest that says until when the shares last, or null
     */
    record ListRequest(
            SelectedImages images,
            boolean every,
            List<AccountId> sharedWith,
            @Nullable Manifest against) {

        public ListRequest {
            sharedWith = List.copyOf(sharedWith);
        }

        /** Images, whatever account has them. */
        public ListRequest(SelectedImages images, boolean every) {
            this(images, every, List.of(), null);
        }

        /**
         * Images of one region.
         *
         * @param images empty for all
         */
        public ListRequest(RegionId region, List<ImageId> images) {
            this(SelectedImages.of(region, images), images.isEmpty());
        }

        /** Every image of the regions, at least one. */
        public static ListRequest everyImageOf(List<RegionId> regions) {
            return new ListRequest(new SelectedImages(regions, List.of(), Map.of(), List.of(), Map.of()), true);
        }

        /** The same images, but only those that one of the accounts has. */
        public ListRequest sharedWith(List<AccountId> accounts) {
            return new ListRequest(images, every, accounts, against);
        }

        /** The same, with the last day of each share that the manifest gives an end. */
        public ListRequest against(@Nullable Manifest manifest) {
            return new ListRequest(images, every, sharedWith, manifest);
        }
    }

    /**
     * What to report.
     *
     * @param against what is compared with, or null
     * @param commands the options of commands that act as and where this request does
     */
    record ReportRequest(ListRequest images, @Nullable NamedManifest against, PastedCommands commands) {}

    /**
     * What to apply.
     *
     * @param findings the findings for each region of checks that need no cloud
     * @param prune whether the images are unshared from all other targets
     * @param pruneTrust whether the trust that nobody needs any more is taken out; pruning does it always
     * @param force overrides the checks that can be overridden
     * @param setup whether role, policy and trust may be changed
     */
    record ApplyRequest(
            Manifest manifest,
            Map<RegionId, List<Finding>> findings,
            boolean prune,
            boolean pruneTrust,
            boolean force,
            boolean setup) {
        public ApplyRequest {
            findings = Map.copyOf(findings);
        }

        /** The trust goes with the shares, if they do. */
        public ApplyRequest(
                Manifest manifest, Map<RegionId, List<Finding>> findings, boolean prune, boolean force, boolean setup) {
            this(manifest, findings, prune, prune, force, setup);
        }
    }

    /**
     * What to check. Images and targets may be empty.
     *
     * @param findings what the checks that need no cloud found about each region
     * @param force overrides the checks that can be overridden
     * @param setup whether sharing could change role, policy and trust
     */
    record DoctorRequest(
            SelectedImages images,
            TargetQuery targets,
            Map<RegionId, List<Finding>> findings,
            boolean force,
            boolean setup) {
        public DoctorRequest {
            findings = Map.copyOf(findings);
        }

        /** Images of one region. */
        public DoctorRequest(
                RegionId region,
                List<ImageId> images,
                TargetQuery targets,
                List<Finding> findings,
                boolean force,
                boolean setup) {
            this(SelectedImages.of(region, images), targets, Map.of(region, findings), force, setup);
        }
    }
}

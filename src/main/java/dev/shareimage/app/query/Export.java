package dev.shareimage.app.query;

import dev.shareimage.app.ListRequest;
import dev.shareimage.app.SelectedImages;
import dev.shareimage.app.manifest.LiveImage;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.DirectoryMembersReader;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.app.state.RequiredReads;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.app.state.SharingStateReader;
import dev.shareimage.app.state.StateReader;
import dev.shareimage.app.trust.FolderPaths;
import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.TrustDecision;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Reads who has which image, one page of images at a time. */
public final class Export {

    private final RunContext run;
    private final ListRequest request;
    private final VanishedImages vanished;
    private final SelectedImages selected;
    private final CompletableFuture<RoleState> role;
    private final FolderPaths paths;
    private final DirectoryMembersReader members;

    public Export(RunContext run, ListRequest request) {
        this.run = run;
        this.request = request;
        this.selected = request.images();
        this.vanished = new VanishedImages(run);
        this.role =
                new StateReader(run.cloud(), run.parallel(), selected.regions().get(0)).roleLater();
        this.paths = new FolderPaths(run);
        this.members = new DirectoryMembersReader(run.cloud(), run.parallel());
    }

    /** Carries a failure out of the iteration over the pages. */
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient CloudException reason;

        Broken(CloudException reason) {
            super(reason);
            this.reason = reason;
        }
    }

    /**
     * Passes the images to the consumer.
     *
     * @return notes about images that were deleted in the meantime
     */
    public List<String> to(Consumer<LiveImage> sink) throws CloudException {
        requireAll(selected.unread());
        if (!request.every()) {
            handOver(new SharingStateReader(run.cloud(), run.parallel()).withShares(selected), sink);
        } else if (selected.regions().size() == 1) {
            stream(selected.regions().get(0), sink);
        } else {
            OwnedImages owned = new OwnedImages(run);
            List<ImageState> images = owned.read(selected.regions());
            requireAll(owned.unread());
            handOver(images.stream().map(CompletableFuture::completedFuture).toList(), sink);
        }
        return vanished.notes();
    }

    /** A region that is left out would look like one without shares. */
    private static void requireAll(Map<RegionId, CloudException> unread) throws CloudException {
        for (Map.Entry<RegionId, CloudException> region : unread.entrySet()) {
            throw named(region.getKey(), region.getValue());
        }
    }

    private static CloudException named(RegionId region, CloudException failure) {
        return new CloudException(
                failure.kind(),
                failure.call(),
                failure.code(),
                region + ": " + failure.text(),
                failure.requestId().orElse(null),
                failure.missingAction().orElse(null));
    }

    private void stream(RegionId region, Consumer<LiveImage> sink) throws CloudException {
        try {
            StateReader reader = StateReader.ofAll(run.cloud(), run.parallel(), region);
            run.cloud().images().forEachOwned(region, page -> handOverPage(reader, page, sink));
        } catch (Broken e) {
            throw e.reason;
        }
    }

    private void handOverPage(StateReader reader, List<Image> page, Consumer<LiveImage> sink) {
        try {
            handOver(reader.withShares(page), sink);
        } catch (CloudException e) {
            throw new Broken(e);
        }
    }

    /** A share that cannot be read would be missing in the manifest, and applying the manifest would remove it. */
    private void handOver(List<CompletableFuture<ImageState>> images, Consumer<LiveImage> sink) throws CloudException {
        for (CompletableFuture<ImageState> started : images) {
            ImageState image = Parallel.await(started);
            if (request.every() && vanished.isGone(image)) {
                continue;
            }
            Image found = image.image().require().orElseThrow(() -> absent(image));
            RequiredReads.named(image, image.shares());
            RequiredReads.named(image, image.resourceShares());
            sink.accept(live(image, found.name(), Parallel.await(role)));
        }
    }

    private LiveImage live(ImageState image, String name, RoleState role) throws CloudException {
        List<ShareTarget> holders = new ArrayList<>();
        for (ShareTarget holder : image.holders()) {
            holders.add(withPath(holder, role));
        }
        boolean setUp = holders.isEmpty() || !image.needsKey() || givesKey(role, holders);
        List<ShareTarget> coming =
                holders.stream().filter(holder -> isComing(image, holder)).toList();
        return new LiveImage(image.ref(), name, holders, coming, setUp);
    }

    /**
     * Another run shared the image with the target a moment ago. Without it in the manifest, applying the manifest
     * would undo the share.
     */
    private static boolean isComing(ImageState image, ShareTarget holder) {
        return !(holder instanceof ShareTarget.Account)
                && image.liveTargets().stream()
                        .filter(target -> target.entityId().equals(holder.id()))
                        .noneMatch(Association::inEffect);
    }

    /** If the folder may not be looked up, the trust policy may contain its path. */
    private ShareTarget withPath(ShareTarget holder, RoleState role) throws CloudException {
        ShareTarget complete = paths.complete(holder, role.membership());
        TrustPolicy trust = role.trust();
        return trust != null && complete instanceof ShareTarget.Folder folder ? trust.withPath(folder) : complete;
    }

    /** A caller that may not read the role cannot repair it either, so it counts as set up. */
    private boolean givesKey(RoleState role, List<ShareTarget> holders) throws CloudException {
        RequiredReads.roleUnlessForbidden(role);
        if (role.role().forbidden()) {
            return true;
        }
        RoleState complete = members.complete(role, holders);
        return !complete.lacksPolicy()
                && holders.stream()
                        .allMatch(holder -> complete.decide(holder)
                                .filter(decision -> decision != TrustDecision.NOT_COVERED
                                        && decision != TrustDecision.MAY_BE_COVERED)
                                .isPresent());
    }

    private CloudException absent(ImageState image) {
        RegionId region = image.ref().region();
        return new CloudException(
                Kind.NOT_FOUND,
                "DescribeImages",
                "InvalidImageId.NotFound",
                image.elsewhere()
                        .map(other -> run.messages().get("image-found.elsewhere", image.id(), region, other) + "; "
                                + run.messages().get("image-found.elsewhere.fix", image.id(), region, other))
                        .orElseGet(() -> run.messages().get("image-found.absent", image.id(), region)));
    }
}

package dev.shareimage.app.fake;

import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.ResourceShare;
import dev.shareimage.cloud.ResourceShares;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Resource Sharing. An association is there at the first look, unless told otherwise. */
public final class FakeResourceShares implements ResourceShares {

    private final CallScript stage;
    private final List<FakeShare> shares = new ArrayList<>();
    private final Map<String, String> failing = new HashMap<>();
    private final Deque<String> nextIds = new ArrayDeque<>();
    private int reads;
    private boolean enabled = true;

    FakeResourceShares(CallScript stage) {
        this.stage = stage;
    }

    /** A share that is there already, its targets associated. */
    public synchronized void put(RegionId region, String id, String name, List<String> images, List<String> targets) {
        FakeShare share = new FakeShare(id, name, region);
        images.forEach(share::carry);
        targets.forEach(target -> share.reach(target, 0, null));
        shares.add(share);
        share.targets();
    }

    /** How many looks an association needs. */
    public synchronized void needs(int looks) {
        reads = looks;
    }

    /** Associations with the target fail for this reason. */
    public synchronized void fail(String target, String reason) {
        failing.put(target, reason);
    }

    public synchronized void works(String target) {
        failing.remove(target);
    }

    public synchronized void disable() {
        enabled = false;
    }

    /** The ids of the shares that are created next. */
    public synchronized void nextIds(String... ids) {
        nextIds.addAll(List.of(ids));
    }

    /** The active shares, each as {@code id name targets}. */
    public synchronized List<String> now() {
        return shares.stream()
                .filter(share -> share.view().active())
                .map(share -> share.id + " " + share.name + " " + live(share.targets()))
                .toList();
    }

    @Override
    public List<ResourceShare> named(RegionId region, String name) throws CloudException {
        return stage.play("ListResourceShares", name, () -> namedNow(region, name));
    }

    @Override
    public List<Association> ofImage(RegionId region, ImageId image) throws CloudException {
        return stage.play("ListResourceShareAssociations", image, () -> carriersNow(region, image));
    }

    @Override
    public List<Association> targetsOf(RegionId region, Collection<String> resourceShareIds) throws CloudException {
        return resourceShareIds.isEmpty()
                ? List.of()
                : stage.play(
                        "ListResourceShareAssociations",
                        "targets of " + String.join(",", resourceShareIds),
                        () -> endsNow(resourceShareIds, true));
    }

    @Override
    public List<Association> resourcesOf(RegionId region, Collection<String> resourceShareIds) throws CloudException {
        return resourceShareIds.isEmpty()
                ? List.of()
                : stage.play(
                        "ListResourceShareAssociations",
                        "resources of " + String.join(",", resourceShareIds),
                        () -> endsNow(resourceShareIds, false));
    }

    @Override
    public ResourceShare create(RegionId region, String name, ImageId image, Collection<String> targets)
            throws CloudException {
        requireFew(targets);
        return stage.play(
                "CreateResourceShare",
                name + " " + image + " " + String.join(",", targets),
                () -> createNow(region, name, image, targets));
    }

    @Override
    public void associateTargets(RegionId region, String resourceShareId, Collection<String> targets)
            throws CloudException {
        requireFew(targets);
        stage.play(
                "AssociateResourceShare",
                resourceShareId + " " + String.join(",", targets),
                () -> reach(require(resourceShareId, "AssociateResourceShare"), targets));
    }

    @Override
    public void associateImage(RegionId region, String resourceShareId, ImageId image) throws CloudException {
        stage.play("AssociateResourceShare", resourceShareId + " " + image, () -> {
            require(resourceShareId, "AssociateResourceShare").carry(image.value());
            return true;
        });
    }

    @Override
    public void disassociateTargets(RegionId region, String resourceShareId, Collection<String> targets)
            throws CloudException {
        requireFew(targets);
        stage.play("DisassociateResourceShare", resourceShareId + " " + String.join(",", targets), () -> {
            FakeShare share = require(resourceShareId, "DisassociateResourceShare");
            targets.forEach(target -> share.leave(target, reads));
            return true;
        });
    }

    @Override
    public void delete(RegionId region, String resourceShareId) throws CloudException {
        stage.play("DeleteResourceShare", resourceShareId, () -> {
            require(resourceShareId, "DeleteResourceShare").delete();
            return true;
        });
    }

    @Override
    public synchronized boolean sharingWithDirectoryEnabled(RegionId region) throws CloudException {
        return stage.play("CheckSharingWithResourceDirectoryStatus", "", () -> enabled);
    }

    private synchronized List<ResourceShare> namedNow(RegionId region, String name) {
        return shares.stream()
                .filter(share -> share.region.equals(region) && share.name.equals(name))
                .map(FakeShare::view)
                .toList();
    }

    private synchronized List<Association> carriersNow(RegionId region, ImageId image) {
        return shares.stream()
                .filter(share -> share.region.equals(region) && share.carries(image.value()))
                .flatMap(share -> share.resources().stream())
                .filter(association -> association.entityId().equals(image.value()))
                .toList();
    }

    private synchronized List<Association> endsNow(Collection<String> ids, boolean targets) {
        return shares.stream()
                .filter(share -> ids.contains(share.id))
                .flatMap(share -> (targets ? share.targets() : share.resources()).stream())
                .toList();
    }

    private synchronized ResourceShare createNow(
            RegionId region, String name, ImageId image, Collection<String> targets) {
        String id = nextIds.isEmpty() ? "rs-" + (shares.size() + 1) : nextIds.remove();
        FakeShare share = new FakeShare(id, name, region);
        share.carry(image.value());
        reach(share, targets);
        shares.add(share);
        return share.view();
    }

    private synchronized boolean reach(FakeShare share, Collection<String> targets) {
        targets.forEach(target -> share.reach(target, reads, failing.get(target)));
        return true;
    }

    private synchronized FakeShare require(String id, String call) throws CloudException {
        return shares.stream()
                .filter(share -> share.id.equals(id) && share.view().active())
                .findFirst()
                .orElseThrow(() -> Refusals.notFound(call, "EntityNotExists.ResourceShare"));
    }

    private static List<String> live(List<Association> associations) {
        return associations.stream()
                .filter(Association::live)
                .map(Association::entityId)
                .sorted()
                .toList();
    }

    private static void requireFew(Collection<String> targets) {
        if (targets.isEmpty() || targets.size() > MAX_TARGETS_PER_CALL) {
            throw new IllegalArgumentException(targets.size() + " targets in one call");
        }
    }
}

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

/**
 * Resource Sharing. The association of a target or image is complete at the first read unless a test says otherwise.
 */
public final class FakeResourceShares implements ResourceShares {

    private final CallScript script;
    private final List<FakeShare> shares = new ArrayList<>();
    private final Map<String, String> failing = new HashMap<>();
    private final Deque<String> nextIds = new ArrayDeque<>();
    private final Map<String, String> staying = new HashMap<>();
    private int reads;
    private int imageReads;
    private int lag;
    private int hiddenReads;
    private boolean enabled = true;

    FakeResourceShares(CallScript script) {
        this.script = script;
    }

    /** Adds a share whose targets are associated. */
    public synchronized void put(RegionId region, String id, String name, List<String> images, List<String> targets) {
        FakeShare share = new FakeShare(id, name, region);
        images.forEach(image -> share.carry(image, 0, null));
        targets.forEach(target -> share.reach(target, 0, null));
        shares.add(share);
        share.targets();
        share.resources();
    }

    /** Sets how many reads the association of a target needs. */
    public synchronized void needs(int looks) {
        reads = looks;
    }

    /** Sets how many reads the association of an image needs. */
    public synchronized void imageNeeds(int looks) {
        imageReads = looks;
    }

    /** Makes associations of the target or image fail for this reason. */
    public synchronized void fail(String entity, String reason) {
        failing.put(entity, reason);
    }

    /** Makes the disassociation of the target fail for this reason. */
    public synchronized void keep(String target, String reason) {
        staying.put(target, reason);
    }

    public synchronized void works(String entity) {
        failing.remove(entity);
        staying.remove(entity);
    }

    /** Sets how many reads of each list return the earlier state after each change. */
    public synchronized void lag(int looks) {
        lag = looks;
    }

    /** Another program removes the target from the share. */
    public synchronized void takeOut(String id, String target) {
        shares.stream().filter(share -> share.id.equals(id)).forEach(share -> share.leave(target, 0, null));
    }

    /** Another program adds the target to the share. */
    public synchronized void putIn(String id, String target) {
        shares.stream().filter(share -> share.id.equals(id)).forEach(share -> share.reach(target, 0, null));
    }

    /** The targets that have the image through a share, each once, whatever the lists return. */
    public synchronized List<String> reached(ImageId image) {
        return shares.stream()
                .flatMap(share -> share.reached(image.value()).stream())
                .distinct()
                .sorted()
                .toList();
    }

    public synchronized void disable() {
        enabled = false;
    }

    /** Sets the ids of the next shares. */
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

    /** No resources are shared with the owner. */
    @Override
    public List<ReceivedResource> receivedImages(RegionId region) throws CloudException {
        return script.play("ListSharedResources", region, List::of);
    }

    @Override
    public List<ResourceShare> named(RegionId region, String name) throws CloudException {
        return script.play("ListResourceShares", name, () -> namedNow(region, name));
    }

    @Override
    public List<Association> ofImage(RegionId region, ImageId image) throws CloudException {
        return script.play("ListResourceShareAssociations", image, () -> carriersNow(region, image));
    }

    @Override
    public List<Association> ofImages(RegionId region) throws CloudException {
        return script.play("ListResourceShareAssociations", "images of " + region, () -> allNow(region, false));
    }

    @Override
    public List<Association> targets(RegionId region) throws CloudException {
        return script.play("ListResourceShareAssociations", "targets of " + region, () -> allNow(region, true));
    }

    @Override
    public List<Association> targetsOf(RegionId region, Collection<String> resourceShareIds) throws CloudException {
        return resourceShareIds.isEmpty()
                ? List.of()
                : script.play(
                        "ListResourceShareAssociations",
                        "targets of " + String.join(",", resourceShareIds),
                        () -> endsNow(resourceShareIds, true));
    }

    @Override
    public List<Association> resourcesOf(RegionId region, Collection<String> resourceShareIds) throws CloudException {
        return resourceShareIds.isEmpty()
                ? List.of()
                : script.play(
                        "ListResourceShareAssociations",
                        "resources of " + String.join(",", resourceShareIds),
                        () -> endsNow(resourceShareIds, false));
    }

    @Override
    public ResourceShare create(RegionId region, String name, ImageId image, Collection<String> targets)
            throws CloudException {
        requireFew(targets);
        return script.play(
                "CreateResourceShare",
                name + " " + image + " " + String.join(",", targets),
                () -> createNow(region, name, image, targets));
    }

    @Override
    public void associateTargets(RegionId region, String resourceShareId, Collection<String> targets)
            throws CloudException {
        requireFew(targets);
        script.play(
                "AssociateResourceShare",
                resourceShareId + " " + String.join(",", targets),
                () -> reach(changing(resourceShareId, "AssociateResourceShare"), targets));
    }

    @Override
    public void associateImage(RegionId region, String resourceShareId, ImageId image) throws CloudException {
        script.play("AssociateResourceShare", resourceShareId + " " + image, () -> {
            carry(changing(resourceShareId, "AssociateResourceShare"), image);
            return true;
        });
    }

    @Override
    public void disassociateTargets(RegionId region, String resourceShareId, Collection<String> targets)
            throws CloudException {
        requireFew(targets);
        script.play("DisassociateResourceShare", resourceShareId + " " + String.join(",", targets), () -> {
            FakeShare share = changing(resourceShareId, "DisassociateResourceShare");
            for (String target : targets) {
                if (!share.leave(target, reads, staying.get(target))) {
                    throw Refusals.refused("DisassociateResourceShare", "DisassociateInvalid");
                }
            }
            return true;
        });
    }

    @Override
    public void delete(RegionId region, String resourceShareId) throws CloudException {
        script.play("DeleteResourceShare", resourceShareId, () -> {
            changing(resourceShareId, "DeleteResourceShare").delete();
            return true;
        });
    }

    @Override
    public synchronized boolean sharingWithDirectoryEnabled(RegionId region) throws CloudException {
        return script.play("CheckSharingWithResourceDirectoryStatus", "", () -> enabled);
    }

    private synchronized List<ResourceShare> namedNow(RegionId region, String name) {
        if (hiddenReads > 0) {
            hiddenReads--;
            return List.of();
        }
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

    private synchronized List<Association> allNow(RegionId region, boolean targets) {
        return shares.stream()
                .filter(share -> share.region.equals(region))
                .flatMap(share -> (targets ? share.targets() : share.resources()).stream())
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
        share.lag(lag);
        hiddenReads = lag;
        carry(share, image);
        reach(share, targets);
        shares.add(share);
        return share.view();
    }

    private synchronized boolean reach(FakeShare share, Collection<String> targets) {
        targets.forEach(target -> share.reach(target, reads, failing.get(target)));
        return true;
    }

    private synchronized void carry(FakeShare share, ImageId image) {
        share.carry(image.value(), imageReads, failing.get(image.value()));
    }

    private synchronized FakeShare changing(String id, String call) throws CloudException {
        FakeShare share = require(id, call);
        share.lag(lag);
        return share;
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

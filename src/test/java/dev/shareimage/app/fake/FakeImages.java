package dev.shareimage.app.fake;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CopyOrder;
import dev.shareimage.cloud.Image;
import dev.shareimage.cloud.ImagePage;
import dev.shareimage.cloud.Images;
import dev.shareimage.cloud.Snapshot;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Images by region, and their snapshots. Lists have two entries on a page unless a test says otherwise. */
public final class FakeImages implements Images {

    private final CallScript script;
    private final FakeCopies copies;
    private final Map<String, Image> images = new ConcurrentSkipListMap<>();
    private final Map<String, Snapshot> snapshots = new ConcurrentHashMap<>();
    private volatile int pageSize = 2;
    private volatile IntFunction<OptionalInt> total = OptionalInt::of;

    FakeImages(CallScript script, InstantSource clock) {
        this.script = script;
        this.copies = new FakeCopies(this, clock);
    }

    /** An image of the owner, encrypted with the key, or not encrypted without one. */
    public ImageId put(RegionId region, String id, @Nullable String key) {
        String snapshot = "s-" + id.substring(2);
        snapshots.put(snapshot, new Snapshot(snapshot, key != null, key == null ? null : new KeyId(key)));
        put(
                region,
                ImageBuilder.image(id)
                        .disks(List.of(new Image.Disk(snapshot, key != null)))
                        .build());
        return new ImageId(id);
    }

    public void put(RegionId region, Image image) {
        images.put(region + "/" + image.id(), image);
    }

    public void put(Snapshot snapshot) {
        snapshots.put(snapshot.id(), snapshot);
    }

    /** Deletes the image. */
    public void remove(RegionId region, ImageId id) {
        images.remove(region + "/" + id);
    }

    /** Replaces an image by another one. */
    public void change(RegionId region, ImageId id, UnaryOperator<Image> change) {
        images.computeIfPresent(region + "/" + id, (key, image) -> change.apply(image));
    }

    Optional<Image> get(RegionId region, ImageId id) {
        return Optional.ofNullable(images.get(region + "/" + id)).map(image -> copies.now(region, image));
    }

    @Override
    public Optional<Image> find(RegionId region, ImageId image) throws CloudException {
        return script.play("DescribeImages", image, () -> get(region, image));
    }

    List<Image> owned(RegionId region) {
        return images.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(region + "/"))
                .map(entry -> copies.now(region, entry.getValue()))
                .filter(image -> image.ownerAlias().equals("self"))
                .toList();
    }

    /** What a list says of its length; by default the truth. */
    public void total(IntFunction<OptionalInt> said) {
        total = said;
    }

    /** How many images there are on a page of a list. */
    public void pageSize(int images) {
        pageSize = images;
    }

    @Override
    public ImagePage ownedPage(RegionId region, int number) throws CloudException {
        return script.play("DescribeImages", "page " + number + " of " + region, () -> {
            List<Image> owned = owned(region);
            int from = Math.min(owned.size(), (number - 1) * pageSize);
            return new ImagePage(
                    owned.subList(from, Math.min(from + pageSize, owned.size())), total.apply(owned.size()));
        });
    }

    @Override
    public void forEachReceived(RegionId region, Consumer<List<Image>> page) throws CloudException {
        List<Image> received = images.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(region + "/"))
                .map(Map.Entry::getValue)
                .filter(image -> image.ownerAlias().equals("others") && !image.publicImage())
                .toList();
        page.accept(script.play("DescribeImages", region, () -> received));
    }

    @Override
    public void forEachOwned(RegionId region, Consumer<List<Image>> page) throws CloudException {
        List<Image> owned = owned(region);
        for (int from = 0; from == 0 || from < owned.size(); from += pageSize) {
            List<Image> part = owned.subList(from, Math.min(from + pageSize, owned.size()));
            page.accept(script.play("DescribeImages", region, () -> part));
        }
    }

    @Override
    public List<Image> unfinished(RegionId region) throws CloudException {
        return script.play(
                "DescribeImages",
                region,
                () -> owned(region).stream().filter(Image::unfinished).toList());
    }

    @Override
    public ImageId copy(CopyOrder order) throws CloudException {
        return script.play("CopyImage", order.image() + " " + order.to(), () -> copies.make(order));
    }

    /** Makes copies. */
    public FakeCopies copies() {
        return copies;
    }

    @Override
    public List<Snapshot> snapshots(RegionId region, Collection<String> snapshotIds) throws CloudException {
        return script.play(
                "DescribeSnapshots",
                String.join(",", snapshotIds),
                () -> snapshotIds.stream()
                        .flatMap(id -> Optional.ofNullable(snapshots.get(id)).stream())
                        .toList());
    }
}

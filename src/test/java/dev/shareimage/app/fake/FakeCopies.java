package dev.shareimage.app.fake;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.CopyOrder;
import dev.shareimage.cloud.Image;
import dev.shareimage.cloud.Snapshot;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Copies of images, which take as long as a test says. Names are unique in a region. Tokens never expire. */
public final class FakeCopies {

    private final FakeImages images;
    private final InstantSource clock;
    private final Map<String, Start> starts = new ConcurrentHashMap<>();
    private final Map<String, ImageId> tokens = new ConcurrentHashMap<>();
    private Duration takes = Duration.ZERO;
    private boolean fail;
    private int count;

    private record Start(Instant begun, Duration takes, boolean fails) {}

    FakeCopies(FakeImages images, InstantSource clock) {
        this.images = images;
        this.clock = clock;
    }

    /** Sets how long copies take from now on. */
    public synchronized void take(Duration time) {
        takes = time;
    }

    /** Makes copies end as {@code CreateFailed} from now on. */
    public synchronized void fail() {
        fail = true;
    }

    synchronized ImageId make(CopyOrder order) throws CloudException {
        ImageId earlier = tokens.get(order.token());
        if (earlier != null) {
            return earlier;
        }
        if (images.owned(order.to()).stream().anyMatch(image -> image.name().equals(order.name()))) {
            throw new CloudException(
                    Kind.REFUSED, "CopyImage", "InvalidImageName.Duplicated", "The destination image is exist.");
        }
        ImageId id = new ImageId("m-copy" + ++count);
        String snapshot = "s-copy" + count;
        images.put(new Snapshot(snapshot, true, order.key()));
        starts.put(order.to() + "/" + id, new Start(clock.instant(), takes, fail));
        tokens.put(order.token(), id);
        images.put(
                order.to(),
                ImageBuilder.image(id)
                        .name(order.name())
                        .status("Creating")
                        .disks(List.of(new Image.Disk(snapshot, true)))
                        .percent(0)
                        .tags(order.tags())
                        .build());
        return id;
    }

    /** The present state of the image. */
    Image now(RegionId region, Image image) {
        Start start = starts.get(region + "/" + image.id());
        if (start == null || !image.status().equals("Creating")) {
            return image;
        }
        Duration elapsed = Duration.between(start.begun(), clock.instant());
        boolean over = elapsed.compareTo(start.takes()) >= 0;
        int percent =
                over ? 100 : (int) (elapsed.toMillis() * 100 / start.takes().toMillis());
        return state(image, !over ? "Creating" : start.fails() ? "CreateFailed" : "Available", percent);
    }

    /** The same image in another state. */
    public static Image state(Image image, String status, int percent) {
        return ImageBuilder.like(image).status(status).percent(percent).build();
    }
}

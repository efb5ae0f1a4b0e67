package dev.shareimage.sandbox.ecs;

import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Image;
import dev.shareimage.sandbox.world.ImageCopying;
import dev.shareimage.sandbox.world.Region;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The copies of an account into a region that are in progress. Five run at the same time, and the others wait. */
final class CopyQueue {

    private static final int MAX_AT_ONCE = 5;

    private final Call call;
    private final Region destination;

    CopyQueue(Call call, Region destination) {
        this.call = call;
        this.destination = destination;
    }

    /** The time when a copy that is requested now can start: when all but four of the earlier ones have ended. */
    Instant nextStart() {
        List<Instant> ends = new Images(call, destination)
                .own()
                .filter(image -> image.isBeingCopiedAt(call.now()))
                .map(Image::copy)
                .filter(Objects::nonNull)
                .map(ImageCopying::ends)
                .sorted(Comparator.reverseOrder())
                .toList();
        return ends.size() < MAX_AT_ONCE ? call.now() : ends.get(MAX_AT_ONCE - 1);
    }
}

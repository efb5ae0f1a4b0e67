package dev.shareimage.app.copy;

import dev.shareimage.app.run.ConsistencyWait;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.ImageRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Waits for images that somebody else is creating, before anything is checked. */
public final class ImageWait {

    private static final String CALL = "DescribeImages";

    private final RunContext run;

    public ImageWait(RunContext run) {
        this.run = run;
    }

    /**
     * Waits until all are available, or until one has failed; then the checks report it. An image that was just created
     * may not be listed yet.
     *
     * @return those that are not available when the wait ends, each as it was seen
     * @throws CloudException if an image cannot be read, or if the time limit is reached
     */
    public Map<ImageRef, Optional<Image>> until(Collection<ImageRef> images) throws CloudException {
        Set<ImageRef> open = new LinkedHashSet<>(images);
        ImageWatch watch = new ImageWatch(run);
        ConsistencyWait unseen = new ConsistencyWait(run.clock(), CALL);
        while (!open.isEmpty()) {
            Map<ImageRef, ReadResult<Optional<Image>>> seen = watch.look(open);
            Map<ImageRef, Optional<Image>> failed = failed(seen);
            if (!failed.isEmpty()) {
                return failed;
            }
            Map<ImageRef, Image> listed = listed(seen);
            open.removeIf(
                    image -> listed.containsKey(image) && listed.get(image).available());
            if (open.stream().anyMatch(listed::containsKey)) {
                watch.pause(nearest(open, seen), tell(open, seen));
            } else if (!open.isEmpty() && unseen.mayLag()) {
                unseen.pause();
            } else {
                break;
            }
        }
        Map<ImageRef, Optional<Image>> absent = new LinkedHashMap<>();
        open.forEach(image -> absent.put(image, Optional.empty()));
        return absent;
    }

    private static Map<ImageRef, Image> listed(Map<ImageRef, ReadResult<Optional<Image>>> seen) throws CloudException {
        Map<ImageRef, Image> listed = new HashMap<>();
        for (Map.Entry<ImageRef, ReadResult<Optional<Image>>> look : seen.entrySet()) {
            look.getValue().require().ifPresent(image -> listed.put(look.getKey(), image));
        }
        return listed;
    }

    private static Map<ImageRef, Optional<Image>> failed(Map<ImageRef, ReadResult<Optional<Image>>> seen) {
        Map<ImageRef, Optional<Image>> failed = new LinkedHashMap<>();
        seen.forEach((ref, look) -> look.known()
                .flatMap(image -> image)
                .filter(image -> !image.unfinished() && !image.available())
                .ifPresent(image -> failed.put(ref, Optional.of(image))));
        return failed;
    }

    private String tell(Set<ImageRef> open, Map<ImageRef, ReadResult<Optional<Image>>> seen) {
        int all = open.stream()
                .mapToInt(image -> ImageWatch.percent(seen.get(image)))
                .sum();
        ImageRef first = open.iterator().next();
        String what = open.size() == 1
                ? run.messages().get("progress.wait-image", first.id(), first.region())
                : run.messages().get("progress.wait-images", open.size());
        run.progress().percent(what, all / open.size());
        return what;
    }

    private static int nearest(Set<ImageRef> open, Map<ImageRef, ReadResult<Optional<Image>>> seen) {
        return open.stream()
                .mapToInt(image -> ImageWatch.percent(seen.get(image)))
                .max()
                .orElse(0);
    }
}

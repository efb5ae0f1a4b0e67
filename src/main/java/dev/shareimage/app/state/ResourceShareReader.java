package dev.shareimage.app.state;

import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.Cloud;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the targets of the resource shares of images. For a few images it reads the list of each; for many it reads the
 * lists of the region once, because Resource Sharing allows only 20 such calls a second (vendor documentation).
 */
final class ResourceShareReader {

    /** The maximum number of images whose lists are read one by one. */
    static final int MAX_SINGLE_READS = 10;

    private final Cloud cloud;
    private final Parallel parallel;
    private final RegionId region;
    private final boolean many;
    private @Nullable CompletableFuture<ReadResult<Regional>> regional;

    /** @param images the number of images that will be read */
    ResourceShareReader(Cloud cloud, Parallel parallel, RegionId region, int images) {
        this.cloud = cloud;
        this.parallel = parallel;
        this.region = region;
        this.many = images > MAX_SINGLE_READS;
    }

    /** The targets of the image's resource shares, each with its access to the image. */
    CompletableFuture<ReadResult<List<Association>>> of(ImageId image) {
        return many ? regional().thenApply(all -> all.map(lists -> lists.of(image))) : alone(image);
    }

    private CompletableFuture<ReadResult<List<Association>>> alone(ImageId image) {
        return parallel.read(() -> cloud.resourceShares().ofImage(region, image))
                .thenCompose(carriers -> {
                    Map<String, Association> present = present(carriers.known().orElse(List.of()));
                    return present.isEmpty()
                            ? CompletableFuture.completedFuture(carriers.map(none -> List.<Association>of()))
                            : parallel.readNext(() -> cloud.resourceShares().targetsOf(region, present.keySet()))
                                    .thenApply(targets -> targets.map(list -> reached(list, present)));
                });
    }

    private synchronized CompletableFuture<ReadResult<Regional>> regional() {
        if (regional == null) {
            regional = parallel.readNext(() -> {
                Map<String, List<Association>> carriers = cloud.resourceShares().ofImages(region).stream()
                        .collect(Collectors.groupingBy(Association::entityId));
                boolean none = carriers.values().stream()
                        .allMatch(each -> present(each).isEmpty());
                return new Regional(
                        carriers,
                        none
                                ? Map.of()
                                : cloud.resourceShares().targets(region).stream()
                                        .collect(Collectors.groupingBy(Association::resourceShareId)));
            });
        }
        return regional;
    }

    /**
     * All associations of a region.
     *
     * @param carriers those of images, by the image
     * @param targets those of targets, by the resource share
     */
    private record Regional(Map<String, List<Association>> carriers, Map<String, List<Association>> targets) {

        List<Association> of(ImageId image) {
            Map<String, Association> present = present(carriers.getOrDefault(image.value(), List.of()));
            List<Association> ends = present.keySet().stream()
                    .flatMap(share -> targets.getOrDefault(share, List.of()).stream())
                    .toList();
            return reached(ends, present);
        }
    }

    /** The shares that carry the image, each with the association that decides. */
    private static Map<String, Association> present(Collection<Association> carriers) {
        Map<String, Association> present = new LinkedHashMap<>();
        for (Association carrier : carriers) {
            if (carrier.state() != Association.State.DISASSOCIATED) {
                present.merge(carrier.resourceShareId(), carrier, Association::current);
            }
        }
        return present;
    }

    private static List<Association> reached(List<Association> targets, Map<String, Association> carriers) {
        List<Association> reached = new ArrayList<>();
        for (Association target : targets) {
            Association carrier = carriers.get(target.resourceShareId());
            if (carrier != null) {
                reached.add(target.to(carrier));
            }
        }
        return reached;
    }
}

package dev.shareimage.app;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.check.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The images of a command, each in its region.
 *
 * @param regions the searched regions, at least one, without repetition
 * @param images without repetition, in the given order
 * @param seen the images that were read during the search, so that they need not be read again
 * @param findings the problems of the request, such as a name that no image has
 * @param unread the regions that could not be searched, and why: they may have more images
 */
public record SelectedImages(
        List<RegionId> regions,
        List<ImageRef> images,
        Map<ImageRef, Image> seen,
        List<Finding> findings,
        Map<RegionId, CloudException> unread) {

    public SelectedImages {
        regions = regions.stream().distinct().toList();
        images = images.stream().distinct().toList();
        seen = Map.copyOf(seen);
        findings = List.copyOf(findings);
        unread = Map.copyOf(unread);
        if (regions.isEmpty()) {
            throw new IllegalArgumentException("no region");
        }
    }

    /** Images of one region; there may be none. */
    public static SelectedImages of(RegionId region, List<ImageId> images) {
        return new SelectedImages(
                List.of(region),
                images.stream().map(id -> new ImageRef(region, id)).toList(),
                Map.of(),
                List.of(),
                Map.of());
    }

    /** Images of any number of regions, at least one image. */
    public static SelectedImages of(List<ImageRef> images) {
        return new SelectedImages(
                images.stream().map(ImageRef::region).toList(), images, Map.of(), List.of(), Map.of());
    }

    /** The regions of the images; without images, the searched regions. */
    public List<RegionId> concerned() {
        return images.isEmpty()
                ? regions
                : images.stream().map(ImageRef::region).distinct().toList();
    }

    /** The images by region, in the order of the regions. */
    public Map<RegionId, List<ImageRef>> byRegion() {
        Map<RegionId, List<ImageRef>> byRegion = new LinkedHashMap<>();
        concerned().forEach(region -> byRegion.put(region, new ArrayList<>()));
        images.forEach(image -> byRegion.computeIfAbsent(image.region(), any -> new ArrayList<>())
                .add(image));
        return byRegion;
    }

    /** The same with more findings. */
    public SelectedImages withFindings(List<Finding> more) {
        return new SelectedImages(
                regions,
                images,
                seen,
                Stream.concat(findings.stream(), more.stream()).toList(),
                unread);
    }

    /** The same images without their earlier reads. */
    public SelectedImages unseen() {
        return new SelectedImages(regions, images, Map.of(), findings, unread);
    }
}

package dev.shareimage.app.state;

import dev.shareimage.cloud.CallerIdentity;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the checks and the plan for a manifest are made from.
 *
 * @param audience all targets, without images
 * @param regions the images of each region
 * @param wanted who is to have each image
 * @param leftAlone the images for which role, policy and trust are not to be touched
 */
public record ManifestState(
        ObservedState audience,
        List<ObservedState> regions,
        Map<ImageId, List<ShareTarget>> wanted,
        Set<ImageId> leftAlone) {

    public ManifestState {
        regions = List.copyOf(regions);
        wanted = Map.copyOf(wanted);
        leftAlone = Set.copyOf(leftAlone);
    }

    /** Who is calling. */
    public ReadResult<CallerIdentity> caller() {
        return audience.caller();
    }

    /** The role, or null where no image needs the key. */
    public @Nullable RoleState role() {
        return audience.role();
    }

    /** The region, when there is only one. */
    public @Nullable RegionId onlyRegion() {
        return regions.size() == 1 ? regions.get(0).region() : null;
    }

    /** The images of all regions. */
    public List<ImageState> images() {
        return regions.stream().flatMap(region -> region.images().stream()).toList();
    }

    /** Who is to have the image. */
    public List<ShareTarget> wanted(ImageState image) {
        return wanted.getOrDefault(image.id(), List.of());
    }

    /** Whether role, policy and trust have to be right for the image and may be touched for that. */
    public boolean needsSetup(ImageState image) {
        return image.needsKey() && !leftAlone.contains(image.id());
    }

    /** Who is to get the key: the targets of images that are encrypted, or may be. */
    public List<ShareTarget> keyTargets() {
        return images().stream()
                .filter(this::needsSetup)
                .flatMap(image -> wanted(image).stream())
                .distinct()
                .toList();
    }

    /** Who has the image and is not to, or is named by a resource share of it. */
    public List<ShareTarget> unwanted(ImageState image) {
        Set<String> ids = wanted(image).stream().map(ShareTarget::id).collect(Collectors.toSet());
        return image.entries().stream()
                .filter(holder -> !ids.contains(holder.id()))
                .toList();
    }

    /** For each region and image, who has it and is not to. */
    public Map<RegionId, Map<ImageId, List<ShareTarget>>> unwanted() {
        Map<RegionId, Map<ImageId, List<ShareTarget>>> unwanted = new LinkedHashMap<>();
        for (ObservedState region : regions) {
            Map<ImageId, List<ShareTarget>> images = new LinkedHashMap<>();
            region.images().forEach(image -> images.put(image.id(), unwanted(image)));
            unwanted.put(region.region(), images);
        }
        return unwanted;
    }
}

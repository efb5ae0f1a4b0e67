package dev.shareimage.app.state;

import dev.shareimage.cloud.CallerIdentity;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The present state in any number of regions, and the requested holders of each image: the input of checks and plan.
 *
 * @param audience the global part: all targets, role and resource directory; without images
 * @param regions the images of each region
 * @param wanted the requested holders of each image
 * @param leaving the targets that will lose each image; no entry if none were requested
 * @param leftAlone the images for which role, policy and trust must not be changed
 * @param copied the images that will have an encrypted copy, so that their targets need the key in any case
 * @param named whether targets are named one by one, so that present holders are checked too
 */
public record SharingState(
        ObservedState audience,
        List<ObservedState> regions,
        Map<ImageRef, List<ShareTarget>> wanted,
        Map<ImageRef, List<ShareTarget>> leaving,
        Set<ImageRef> leftAlone,
        Set<ImageRef> copied,
        boolean named) {

    public SharingState {
        regions = List.copyOf(regions);
        wanted = Map.copyOf(wanted);
        leaving = Map.copyOf(leaving);
        leftAlone = Set.copyOf(leftAlone);
        copied = Set.copyOf(copied);
    }

    /** The caller. */
    public ReadResult<CallerIdentity> caller() {
        return audience.caller();
    }

    /** The role, or null if no image needs the key. */
    public @Nullable RoleState role() {
        return audience.role();
    }

    /** The region, if there is only one. */
    public @Nullable RegionId onlyRegion() {
        return regions.size() == 1 ? regions.get(0).region() : null;
    }

    /** The images of all regions. */
    public List<ImageState> images() {
        return regions.stream().flatMap(region -> region.images().stream()).toList();
    }

    /** The requested holders of the image. */
    public List<ShareTarget> wanted(ImageState image) {
        return wanted.getOrDefault(image.ref(), List.of());
    }

    /** The targets that will lose the image. */
    public List<ShareTarget> leaving(ImageState image) {
        return leaving.getOrDefault(image.ref(), List.of());
    }

    /** The requested holders that do not have the image yet. */
    public List<ShareTarget> missing(ImageState image) {
        return image.lackedBy(wanted(image));
    }

    /** The targets to check for the image, or for its planned copy. */
    public List<ShareTarget> judged(ImageState image) {
        return named || toBeCopied(image) ? wanted(image) : missing(image);
    }

    /** Whether an encrypted copy of the image will be made. */
    public boolean toBeCopied(ImageState image) {
        return copied.contains(image.ref());
    }

    /** The targets to check for an image that is encrypted, or may be. */
    public List<ShareTarget> judgedForKey() {
        return images().stream()
                .filter(this::lendsKey)
                .flatMap(image -> judged(image).stream())
                .distinct()
                .toList();
    }

    /** Whether role, policy and trust are needed for the image and may be changed for it. */
    public boolean needsSetup(ImageState image) {
        return lendsKey(image) && !leftAlone.contains(image.ref());
    }

    /** Whether the targets of the image need the key: for the image, or for a copy of it. */
    public boolean lendsKey(ImageState image) {
        return image.needsKey() || toBeCopied(image);
    }

    /** The same state, with planned encrypted copies of these images. */
    public SharingState copying(Set<ImageRef> sources) {
        return new SharingState(audience, regions, wanted, leaving, leftAlone, sources, named);
    }

    /** The targets that need the key: those of images that are encrypted, or may be. */
    public List<ShareTarget> keyTargets() {
        return images().stream()
                .filter(this::needsSetup)
                .flatMap(image -> wanted(image).stream())
                .distinct()
                .toList();
    }

    /** The same state, in which all holders that were not requested will lose their image. */
    public SharingState withoutUnwanted() {
        return without(image -> true, (image, holder) -> true);
    }

    /**
     * The same state, in which some holders that were not requested will lose their image.
     *
     * @param concerned the images with such holders
     * @param who selects these holders
     */
    public SharingState without(Predicate<ImageRef> concerned, BiPredicate<ImageRef, ShareTarget> who) {
        Map<ImageRef, List<ShareTarget>> those = new LinkedHashMap<>();
        for (ImageState image : images()) {
            if (concerned.test(image.ref())) {
                those.put(
                        image.ref(),
                        unwanted(image).stream()
                                .filter(holder -> who.test(image.ref(), holder))
                                .toList());
            }
        }
        return new SharingState(audience, regions, wanted, those, leftAlone, copied, named);
    }

    /** The present holders that were not requested, and targets of its resource shares. */
    private List<ShareTarget> unwanted(ImageState image) {
        Set<String> ids = wanted(image).stream().map(ShareTarget::id).collect(Collectors.toSet());
        return image.entries().stream()
                .filter(holder -> !ids.contains(holder.id()))
                .toList();
    }
}

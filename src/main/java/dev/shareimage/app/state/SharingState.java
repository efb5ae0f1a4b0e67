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
 * The present state in any number of regions, and who is to have which image: all that checks and plan are made from.
 *
 * @param audience what is global: all targets, role and resource directory; without images
 * @param regions the images of each region
 * @param wanted who is to have each image
 * @param leaving who is to lose each image; without an entry where nobody was asked for
 * @param leftAlone the images for which role, policy and trust are not to be touched
 * @param copied the images of which an encrypted copy is to be made, so that their targets need the key in any case
 * @param named whether targets are named one by one, so that those who have an image already are judged too
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
        return wanted.getOrDefault(image.ref(), List.of());
    }

    /** Who is to lose the image. */
    public List<ShareTarget> leaving(ImageState image) {
        return leaving.getOrDefault(image.ref(), List.of());
    }

    /** Who is to have the image and does not have it yet. */
    public List<ShareTarget> missing(ImageState image) {
        return image.lackedBy(wanted(image));
    }

    /** Whose share of the image, or of a copy of it that is to be made, is judged. */
    public List<ShareTarget> judged(ImageState image) {
        return named || toBeCopied(image) ? wanted(image) : missing(image);
    }

    /** Whether an encrypted copy of the image is to be made. */
    public boolean toBeCopied(ImageState image) {
        return copied.contains(image.ref());
    }

    /** Whose share of an image that is encrypted, or may be, is judged. */
    public List<ShareTarget> judgedForKey() {
        return images().stream()
                .filter(this::lendsKey)
                .flatMap(image -> judged(image).stream())
                .distinct()
                .toList();
    }

    /** Whether role, policy and trust have to be right for the image and may be touched for that. */
    public boolean needsSetup(ImageState image) {
        return lendsKey(image) && !leftAlone.contains(image.ref());
    }

    /** Whether the targets of the image need the key: for itself, or for a copy of it. */
    public boolean lendsKey(ImageState image) {
        return image.needsKey() || toBeCopied(image);
    }

    /** The same, with encrypted copies to be made of these. */
    public SharingState copying(Set<ImageRef> sources) {
        return new SharingState(audience, regions, wanted, leaving, leftAlone, sources, named);
    }

    /** Who is to get the key: the targets of images that are encrypted, or may be. */
    public List<ShareTarget> keyTargets() {
        return images().stream()
                .filter(this::needsSetup)
                .flatMap(image -> wanted(image).stream())
                .distinct()
                .toList();
    }

    /** The same, with everybody leaving who has an image and is not to have it. */
    public SharingState withoutUnwanted() {
        return without(image -> true, (image, holder) -> true);
    }

    /**
     * The same, with some leaving who have an image and are not to have it.
     *
     * @param concerned the images of which somebody may have to leave
     * @param who has to leave, of those who are not to have it
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

    /** Who has the image and is not to, or is named by a resource share of it. */
    private List<ShareTarget> unwanted(ImageState image) {
        Set<String> ids = wanted(image).stream().map(ShareTarget::id).collect(Collectors.toSet());
        return image.entries().stream()
                .filter(holder -> !ids.contains(holder.id()))
                .toList();
    }
}

package dev.shareimage.app.copy;

import dev.shareimage.app.manifest.Manifest;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The copies that a manifest asks for, in regions whose images were read.
 *
 * @param sources the copies that exist, each with the image that it was made from
 * @param missing the copies that do not exist
 */
public record PresentCopies(Map<ImageRef, ImageRef> sources, List<CopyWish> missing) {

    public PresentCopies {
        sources = Map.copyOf(sources);
        missing = List.copyOf(missing);
    }

    /** Finds the copies among the images of each region. Other regions are not searched. */
    public static PresentCopies of(Manifest manifest, Map<RegionId, List<Image>> images) {
        Map<ImageRef, ImageRef> sources = new LinkedHashMap<>();
        List<CopyWish> absent = new ArrayList<>();
        for (CopyWish wish : ManifestCopies.wishes(manifest)) {
            RegionId region = wish.target().region();
            List<Image> there = images.get(region);
            if (there != null) {
                CopyState.existing(wish, there)
                        .ifPresentOrElse(
                                image -> sources.put(new ImageRef(region, image.id()), wish.source()),
                                () -> absent.add(wish));
            }
        }
        return new PresentCopies(
                sources,
                absent.stream()
                        .filter(wish -> !wish.general() || !sources.containsKey(wish.source()))
                        .toList());
    }
}

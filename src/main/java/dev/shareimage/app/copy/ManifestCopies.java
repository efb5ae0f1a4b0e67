package dev.shareimage.app.copy;

import dev.shareimage.app.manifest.Grant;
import dev.shareimage.app.manifest.Manifest;
import dev.shareimage.app.manifest.Manifest.ImageTargets;
import dev.shareimage.app.manifest.Manifest.RegionImages;
import dev.shareimage.domain.CopyTarget;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The copies that a manifest asks for. */
public final class ManifestCopies {

    private final Map<ImageRef, ImageTargets> named = new LinkedHashMap<>();
    private final Map<ImageRef, ImageRef> sources;

    private ManifestCopies(Manifest manifest, Map<ImageRef, ImageRef> sources) {
        this.sources = sources;
        for (RegionImages region : manifest.regions()) {
            region.images().forEach(image -> named.put(new ImageRef(region.region(), image.image()), image));
        }
    }

    /** Each image in each region that it names and in the regions for all images, except its own region. */
    public static List<CopyWish> wishes(Manifest manifest) {
        List<CopyWish> wishes = new ArrayList<>();
        for (RegionImages region : manifest.regions()) {
            for (ImageTargets image : region.images()) {
                ImageRef source = new ImageRef(region.region(), image.image());
                Set<RegionId> done = new HashSet<>(Set.of(region.region()));
                add(wishes, source, image.copies(), false, done);
                add(wishes, source, manifest.copies(), true, done);
            }
        }
        return wishes;
    }

    private static void add(
            List<CopyWish> wishes, ImageRef source, List<CopyTarget> targets, boolean general, Set<RegionId> done) {
        targets.stream()
                .filter(target -> done.add(target.region()))
                .forEach(target -> wishes.add(new CopyWish(source, target, general)));
    }

    /**
     * The manifest with the existing copies. Each copy has the targets of its source, and its own ones if the manifest
     * names it too.
     *
     * @param sources the copies, each with its source
     */
    public static Manifest with(Manifest manifest, Map<ImageRef, ImageRef> sources) {
        return sources.isEmpty() ? manifest : new ManifestCopies(manifest, sources).complete(manifest);
    }

    private Manifest complete(Manifest manifest) {
        Map<RegionId, Set<ImageId>> images = new LinkedHashMap<>();
        for (RegionImages region : manifest.regions()) {
            images.put(
                    region.region(),
                    region.images().stream()
                            .map(ImageTargets::image)
                            .collect(Collectors.toCollection(LinkedHashSet::new)));
        }
        for (ImageRef copy : sources.keySet()) {
            images.computeIfAbsent(copy.region(), any -> new LinkedHashSet<>()).add(copy.id());
        }
        List<RegionImages> regions = new ArrayList<>();
        images.forEach((region, ids) -> regions.add(new RegionImages(
                region,
                ids.stream().map(id -> targets(new ImageRef(region, id))).toList())));
        return new Manifest(regions, manifest.copies());
    }

    /** The image's own entry says whether role, policy and trust may be changed, or else the entry of its source. */
    private ImageTargets targets(ImageRef image) {
        List<ImageTargets> line = line(image);
        List<Grant> grants = line.size() == 1
                ? line.get(0).grants()
                : line.stream()
                        .flatMap(each -> each.grants().stream())
                        .distinct()
                        .toList();
        return new ImageTargets(
                image.id(), grants, line.get(0).setup(), line.get(0).copies());
    }

    /** The entries of an image, of its source, of the source's source, and so on. User-made tags can form a circle. */
    private List<ImageTargets> line(ImageRef image) {
        Set<ImageRef> line = new LinkedHashSet<>();
        for (ImageRef next = image; next != null && line.add(next); ) {
            next = sources.get(next);
        }
        return line.stream().filter(named::containsKey).map(named::get).toList();
    }
}

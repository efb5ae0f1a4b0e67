package dev.shareimage.app.query;

import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.copy.CopyWish;
import dev.shareimage.app.copy.ManifestCopies;
import dev.shareimage.app.copy.PresentCopies;
import dev.shareimage.app.manifest.Grant;
import dev.shareimage.app.manifest.Manifest;
import dev.shareimage.app.manifest.Manifest.ImageTargets;
import dev.shareimage.app.manifest.Manifest.RegionImages;
import dev.shareimage.app.report.AccessReport.Drift;
import dev.shareimage.app.report.AccessReport.DriftedImage;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.FolderId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares the holders of the images with a manifest: holders that are not named, named targets without the image, and
 * ends of shares.
 */
final class ManifestDrift {

    private final String name;
    private final LocalDate today;
    private final Map<ImageRef, ImageTargets> wanted = new LinkedHashMap<>();
    private final Map<ImageRef, Map<String, Instant>> ends = new HashMap<>();
    private final Optional<String> ownDirectory;
    private final PresentCopies copies;

    /**
     * @param name the name of the manifest's file
     * @param images all images of the regions that were read
     * @param ownDirectory the caller's own resource directory, if there is one
     */
    ManifestDrift(
            String name,
            Manifest manifest,
            Map<RegionId, List<Image>> images,
            Optional<String> ownDirectory,
            Instant now) {
        this.name = name;
        this.copies = PresentCopies.of(manifest, images);
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        this.ownDirectory = ownDirectory;
        for (RegionImages region :
                ManifestCopies.with(manifest, copies.sources()).regions()) {
            region.images().forEach(image -> wanted.put(new ImageRef(region.region(), image.image()), image));
        }
    }

    /** The time at which the manifest ends a share: right after its last day. Null without an end. */
    @Nullable
    Instant until(ImageRef image, ShareTarget target) {
        return ends.computeIfAbsent(image, this::ends).get(target.id());
    }

    private Map<String, Instant> ends(ImageRef image) {
        Map<String, Instant> byTarget = new HashMap<>();
        ImageTargets targets = wanted.get(image);
        for (Grant grant : targets == null ? List.<Grant>of() : targets.grants()) {
            LocalDate last = grant.until();
            if (last != null) {
                Instant end = last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
                ids(grant.targets()).forEach(id -> byTarget.put(id, end));
            }
        }
        return byTarget;
    }

    /** The differences in the regions that were read. Images that the manifest does not name are not compared. */
    Drift of(Collection<ImageState> images, Set<RegionId> regions) {
        Map<ImageRef, Set<String>> present = new HashMap<>();
        images.forEach(image -> present.put(
                image.ref(), image.holders().stream().map(ShareTarget::id).collect(Collectors.toSet())));
        List<DriftedImage> drifted = new ArrayList<>();
        wanted.forEach((image, targets) -> {
            if (regions.contains(image.region())) {
                Set<String> holders = present.getOrDefault(image, Set.of());
                Set<String> named = ids(targets.targets(today));
                List<String> extra = without(holders, named);
                List<String> missing = without(named, holders);
                if (!extra.isEmpty() || !missing.isEmpty()) {
                    drifted.add(new DriftedImage(image.region(), image.id(), extra, missing));
                }
            }
        });
        for (CopyWish copy : copies.missing()) {
            ImageTargets source = wanted.get(copy.source());
            if (source != null) {
                drifted.add(new DriftedImage(
                        copy.target().region(),
                        null,
                        List.of(),
                        without(ids(source.targets(today)), Set.of()),
                        copy.source()));
            }
        }
        return new Drift(name, drifted);
    }

    /** The number of shared images that the manifest does not name. */
    long unnamed(Collection<ImageState> images) {
        return images.stream()
                .filter(image -> !image.holders().isEmpty() && !wanted.containsKey(image.ref()))
                .count();
    }

    private Set<String> ids(TargetQuery query) {
        Set<String> ids = new LinkedHashSet<>();
        query.accounts().forEach(account -> ids.add(account.value()));
        query.directory().ifPresent(directory -> ids.add(directory.value()));
        if (query.ownDirectory()) {
            ownDirectory.ifPresent(ids::add);
        }
        query.folders().stream().map(FolderId::value).forEach(ids::add);
        query.folderPaths().forEach(path -> ids.add(path.folder().value()));
        return ids;
    }

    private static List<String> without(Set<String> some, Set<String> others) {
        return some.stream().filter(id -> !others.contains(id)).sorted().toList();
    }
}

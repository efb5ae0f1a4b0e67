package dev.shareimage.app.select;

import dev.shareimage.app.manifest.Manifest;
import dev.shareimage.app.manifest.Manifest.ImagePick;
import dev.shareimage.app.manifest.Manifest.ImageTargets;
import dev.shareimage.app.manifest.Manifest.RegionImages;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the images that the entries of a manifest pick. The list of a region is read once, whatever is picked from it. */
public final class ManifestSelector {

    private static final int MAX_NAMED = 20;

    private final RunContext run;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<ImageRef, Image> seen = new HashMap<>();

    public ManifestSelector(RunContext run) {
        this.run = run;
    }

    /** The result for the picks of a manifest. */
    public record Selected(Manifest manifest, Map<ImageRef, Image> seen, List<Finding> findings) {}

    /**
     * Finds the images.
     *
     * @return the manifest with the images by their ids
     * @throws CloudException if a region with picks cannot be read
     */
    public Selected select(Manifest manifest) throws CloudException {
        List<RegionId> asked = manifest.regions().stream()
                .filter(region -> !region.picks().isEmpty())
                .map(RegionImages::region)
                .toList();
        if (asked.isEmpty()) {
            return new Selected(manifest, Map.of(), List.of());
        }
        Map<RegionId, List<ImagePick>> parts =
                manifest.regions().stream().collect(Collectors.toMap(RegionImages::region, RegionImages::picks));
        Map<RegionId, List<Image>> owned = new RegionLists(run, false).ask(asked, region -> {
            List<Image> images = new ArrayList<>();
            List<ImagePick> picks = parts.getOrDefault(region, List.of());
            run.cloud()
                    .images()
                    .forEachOwned(
                            region,
                            page -> page.stream()
                                    .filter(image -> picks.stream()
                                            .anyMatch(pick -> pick.filter().matches(image)))
                                    .forEach(images::add));
            return images;
        });
        List<RegionImages> regions = new ArrayList<>();
        for (RegionImages part : manifest.regions()) {
            regions.add(picked(part, owned.getOrDefault(part.region(), List.of())));
        }
        return new Selected(new Manifest(regions, manifest.copies()), seen, findings);
    }

    private RegionImages picked(RegionImages part, List<Image> owned) {
        List<ImageTargets> images = new ArrayList<>(part.images());
        Set<ImageId> taken =
                part.images().stream().map(ImageTargets::image).collect(Collectors.toCollection(HashSet::new));
        for (ImagePick pick : part.picks()) {
            for (Image image : chosen(pick, part.region(), owned)) {
                seen.put(new ImageRef(part.region(), image.id()), image);
                if (taken.add(image.id())) {
                    images.add(new ImageTargets(image.id(), pick.grants(), pick.setup(), pick.copies()));
                } else {
                    fail("picked-twice", image.id(), part.region());
                }
            }
        }
        return new RegionImages(part.region(), images);
    }

    /** Without a number, exactly one image must match. */
    private List<Image> chosen(ImagePick pick, RegionId region, List<Image> owned) {
        List<Image> fitting = new Matches(pick.filter(), owned).newestFirst();
        String wanted = pick.filter().options();
        if (fitting.isEmpty()) {
            findings.add(Finding.fail(
                    CheckId.IMAGE_FOUND,
                    run.messages().get("image-found.no-match", wanted, region),
                    run.messages().get("image-found.no-match.fix", region)));
        } else if (fitting.size() > 1 && pick.newest().isEmpty()) {
            String named = fitting.stream()
                    .limit(MAX_NAMED)
                    .map(image -> run.messages().named(image.id().value(), image.name()))
                    .collect(Collectors.joining(", "));
            fail("picks-several", fitting.size(), wanted, region, named);
            return List.of();
        }
        return fitting.stream().limit(pick.newest().orElse(1)).toList();
    }

    private void fail(String variant, Object... arguments) {
        findings.add(Finding.fail(
                CheckId.IMAGE_FOUND,
                run.messages().get("image-found." + variant, arguments),
                run.messages().get("image-found." + variant + ".fix", arguments)));
    }
}

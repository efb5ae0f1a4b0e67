package dev.shareimage.app.proposal;

import dev.shareimage.app.Report.ImageResult;
import dev.shareimage.app.Report.TargetResult;
import dev.shareimage.app.SelectedImages;
import dev.shareimage.app.TargetStatus;
import dev.shareimage.app.checks.Checks;
import dev.shareimage.app.copy.CopyReader;
import dev.shareimage.app.copy.CopyState;
import dev.shareimage.app.copy.CopyWish;
import dev.shareimage.app.copy.PlannedCopy;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.SharingState;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.check.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plans the requested copies. An existing copy is read, checked and shared like any other image. {@link Copies} handles
 * only the copies that are missing or incomplete.
 */
final class CopyPlanning {

    private final RunContext run;
    private final CopyReader reader;
    private List<CopyState> copies = List.of();

    /** Starts to read. */
    CopyPlanning(RunContext run, List<CopyWish> wishes) {
        this.run = run;
        this.reader = new CopyReader(run, wishes);
    }

    /**
     * Reads which copies exist.
     *
     * @return the complete copies, each with its source
     * @throws CloudException if they cannot be read
     */
    Map<ImageRef, ImageRef> read() throws CloudException {
        copies = reader.read();
        Map<ImageRef, ImageRef> there = new LinkedHashMap<>();
        for (CopyState copy : copies) {
            copy.available().ifPresent(image -> there.put(image, copy.wish().source()));
        }
        return there;
    }

    /** The images and their complete copies. */
    SelectedImages with(SelectedImages selected, Set<ImageRef> there) {
        Map<ImageRef, Image> seen = with(selected.seen());
        Set<ImageRef> images = new LinkedHashSet<>(selected.images());
        images.addAll(there);
        Set<RegionId> regions = new LinkedHashSet<>(selected.regions());
        there.forEach(image -> regions.add(image.region()));
        return new SelectedImages(
                List.copyOf(regions), List.copyOf(images), seen, selected.findings(), selected.unread());
    }

    /** The images that were read, with the complete copies. */
    Map<ImageRef, Image> with(Map<ImageRef, Image> selected) {
        Map<ImageRef, Image> seen = new LinkedHashMap<>(selected);
        for (CopyState copy : copies) {
            copy.available().ifPresent(image -> seen.put(image, copy.existing().orElseThrow()));
        }
        return seen;
    }

    /** The images that will have an encrypted copy, so that their targets need the key. */
    Set<ImageRef> awaited() {
        return copies.stream()
                .filter(CopyState::awaited)
                .map(copy -> copy.wish().source())
                .collect(Collectors.toSet());
    }

    /**
     * The findings of all checks, including those of the other images.
     *
     * @param others the findings about the images that were read
     * @param earlier the findings for each region that need no cloud
     */
    List<Finding> findings(
            SharingState state, List<Finding> others, Map<RegionId, List<Finding>> earlier, boolean force) {
        Map<ImageRef, ImageState> images =
                state.images().stream().collect(Collectors.toMap(ImageState::ref, image -> image, (one, same) -> one));
        Set<RegionId> judged =
                state.regions().stream().map(region -> region.region()).collect(Collectors.toSet());
        Stream<Finding> ofRegions = copies.stream()
                .map(CopyState::region)
                .distinct()
                .filter(region -> !judged.contains(region))
                .flatMap(region -> earlier.getOrDefault(region, List.of()).stream());
        return Stream.of(
                        ofRegions,
                        others.stream(),
                        new Checks(run.messages()).forCopies(copies, images, force).stream())
                .flatMap(each -> each)
                .sorted(Finding.BY_CHECK)
                .toList();
    }

    /** The copies to make, each for the targets of its source; none if a check failed. */
    Copies plan(SharingState state, List<Finding> findings) {
        Map<ImageRef, Image> sources = new LinkedHashMap<>();
        for (ImageState image : state.images()) {
            image.found().ifPresent(found -> sources.put(image.ref(), found));
        }
        if (findings.stream().anyMatch(Finding::failed)) {
            return Copies.untried(
                    run,
                    copies.stream()
                            .filter(copy -> copy.available().isEmpty())
                            .map(copy -> untried(copy, sources, targets(copy, state)))
                            .toList());
        }
        List<Copies.Wanted> wanted = new ArrayList<>();
        for (CopyState copy : copies) {
            if (copy.awaited()) {
                Image image =
                        Optional.ofNullable(sources.get(copy.wish().source())).orElseThrow();
                wanted.add(new Copies.Wanted(PlannedCopy.of(copy, image), targets(copy, state)));
            }
        }
        return new Copies(run, wanted);
    }

    private static List<ShareTarget> targets(CopyState copy, SharingState state) {
        return state.wanted().getOrDefault(copy.wish().source(), List.of());
    }

    /** A missing copy has a name only if its source was found. */
    private static ImageResult untried(CopyState copy, Map<ImageRef, Image> sources, List<ShareTarget> targets) {
        CopyWish wish = copy.wish();
        String planned = Optional.ofNullable(sources.get(wish.source()))
                .map(source -> wish.mark().name(source.name()))
                .orElse(null);
        return new ImageResult(
                copy.region(),
                copy.existing().map(Image::id).orElse(null),
                copy.existing().map(Image::name).orElse(planned),
                true,
                targets.stream()
                        .map(target -> new TargetResult(target.type(), target.id(), TargetStatus.NOT_TRIED, null))
                        .toList(),
                wish.source());
    }
}

package dev.shareimage.app.select;

import dev.shareimage.app.ErrorAdvice;
import dev.shareimage.app.ImageQuery;
import dev.shareimage.app.ImageQuery.Filter;
import dev.shareimage.app.ImageSelection;
import dev.shareimage.app.ImageSelection.Choice;
import dev.shareimage.app.SelectedImages;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.OtherRegionSearch;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.app.state.Reason;
import dev.shareimage.cloud.CallPool;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Finds the images that a query means. Each list is read only once, for all parts of the query. */
public final class ImageSelector {

    private final RunContext run;
    private final ImageQuery query;
    private final RegionId from;
    private final RegionLists lists;
    private final Set<ImageRef> refs = new LinkedHashSet<>();
    private final Map<ImageRef, Image> seen = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();

    /** @param from the region that is asked for the list of regions */
    public ImageSelector(RunContext run, ImageQuery query, RegionId from) {
        this.run = run;
        this.query = query;
        this.from = from;
        this.lists = new RegionLists(run, query.allRegions());
    }

    /**
     * Finds the images.
     *
     * @throws CloudException if a named region could not be read, or none could
     */
    public ImageSelection select() throws CloudException {
        List<RegionId> regions = query.allRegions() ? run.cloud().regions().all(from) : query.regions();
        refs.addAll(query.refs());
        if (!query.ids().isEmpty()) {
            findIds(regions);
        }
        if (query.all() || !query.filters().isEmpty()) {
            findListed(regions);
        }
        Map<RegionId, CloudException> unread = isComplete() ? Map.of() : lists.unread();
        unread.forEach((region, failure) -> findings.add(unread(region, failure)));
        List<RegionId> asked = new ArrayList<>(regions);
        query.refs().forEach(ref -> asked.add(ref.region()));
        return new ImageSelection(
                new SelectedImages(asked, List.copyOf(refs), seen, findings, unread),
                choices,
                new ChoiceFindings(run.messages()).of(choices));
    }

    /** An image is in one region at most. */
    private void findIds(List<RegionId> regions) throws CloudException {
        Map<RegionId, List<Image>> found = lists.ask(regions, region -> {
            List<CallPool.Call<Optional<Image>>> lookUps = new ArrayList<>();
            query.ids().forEach(id -> lookUps.add(() -> run.cloud().images().find(region, id)));
            List<Image> images = new ArrayList<>();
            run.parallel().all(lookUps).forEach(image -> image.ifPresent(images::add));
            return images;
        });
        found.forEach((region, images) -> images.forEach(image -> take(region, image)));
        for (ImageId id : query.ids()) {
            if (!isFound(id)) {
                findings.add(absent(id, regions.get(0), names(found.keySet())));
            }
        }
    }

    private boolean isFound(ImageId id) {
        return refs.stream().anyMatch(ref -> ref.id().equals(id));
    }

    /** Whether no region can have more of what was asked for: an id that was found is in no other one. */
    private boolean isComplete() {
        return !query.all() && query.filters().isEmpty() && query.ids().stream().allMatch(this::isFound);
    }

    private Finding absent(ImageId id, RegionId first, String names) throws CloudException {
        Optional<RegionId> other = query.allRegions() ? Optional.empty() : elsewhere(id, first);
        return other.map(region -> Finding.fail(
                        CheckId.IMAGE_FOUND,
                        run.messages().get("image-found.elsewhere", id, names, region),
                        run.messages().get("image-found.elsewhere.fix", id, names, region)))
                .orElseGet(() -> Finding.fail(
                        CheckId.IMAGE_FOUND,
                        run.messages().get("image-found.absent-all", id, names),
                        run.messages().get("image-found.absent-all.fix", id)));
    }

    private Optional<RegionId> elsewhere(ImageId id, RegionId first) throws CloudException {
        return Parallel.await(
                new OtherRegionSearch(run.cloud(), run.parallel(), first).of(id, ReadResult.of(Optional.empty())));
    }

    /** A region without an answer may have more of the images. */
    private Finding unread(RegionId region, CloudException failure) {
        return Finding.notChecked(
                CheckId.IMAGE_FOUND,
                run.messages().get("failure.regions-unread", Reason.inRegion(region, failure)),
                new ErrorAdvice(run.messages()).fix(failure));
    }

    private void findListed(List<RegionId> regions) throws CloudException {
        Map<RegionId, List<Image>> owned = lists.ask(regions, region -> {
            List<Image> images = new ArrayList<>();
            read(region, page -> page.stream().filter(this::concerns).forEach(images::add));
            return images;
        });
        if (query.all()) {
            owned.forEach((region, images) -> images.forEach(image -> take(region, image)));
        }
        query.filters().forEach(filter -> match(filter, owned));
    }

    private void read(RegionId region, Consumer<List<Image>> page) throws CloudException {
        if (query.received()) {
            run.cloud().images().forEachReceived(region, page);
        } else {
            run.cloud().images().forEachOwned(region, page);
        }
    }

    private boolean concerns(Image image) {
        return query.all() || query.filters().stream().anyMatch(filter -> filter.matches(image));
    }

    private void match(Filter filter, Map<RegionId, List<Image>> owned) {
        Map<RegionId, List<Image>> matches = new LinkedHashMap<>();
        owned.forEach((region, images) -> matches.put(region, new Matches(filter, images).newestFirst()));
        List<RegionId> without = matches.keySet().stream()
                .filter(region -> matches.getOrDefault(region, List.of()).isEmpty())
                .toList();
        String what = query.received() ? "image-found.none-received" : "image-found.no-match";
        if (without.size() == matches.size()) {
            findings.add(Finding.fail(
                    CheckId.IMAGE_FOUND,
                    run.messages().get(what, filter.options(), names(without)),
                    run.messages().get(what + ".fix", without.get(0))));
        } else if (!without.isEmpty() && !query.allRegions()) {
            findings.add(Finding.warn(
                    CheckId.IMAGE_FOUND, run.messages().get(what, filter.options(), names(without)), null));
        }
        matches.forEach((region, images) -> choose(filter, region, images));
    }

    private void choose(Filter filter, RegionId region, List<Image> newestFirst) {
        int wanted = query.newest().orElse(1);
        if (query.newest().isEmpty() && newestFirst.size() > 1) {
            choices.add(new Choice(filter, region, newestFirst));
        } else {
            newestFirst.stream().limit(wanted).forEach(image -> take(region, image));
        }
    }

    private void take(RegionId region, Image image) {
        ImageRef ref = new ImageRef(region, image.id());
        refs.add(ref);
        seen.put(ref, image);
    }

    private static String names(Iterable<RegionId> regions) {
        List<String> names = new ArrayList<>();
        regions.forEach(region -> names.add(region.value()));
        return String.join(", ", names);
    }
}

package dev.shareimage.app.manifest;

import dev.shareimage.app.ImageQuery;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.CopyTarget;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.FolderId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The wanted shares of images, in all regions.
 *
 * @param regions at least one, each once
 * @param copies the regions in which a copy of every image is wanted, each once; copies are not copied again
 */
public record Manifest(List<RegionImages> regions, List<CopyTarget> copies) {

    /** The schema version that this program writes. */
    public static final int SCHEMA_VERSION = 2;

    /** The file name of the published JSON Schema. */
    public static final String SCHEMA_FILE = "share-image-manifest.schema.json";

    public Manifest {
        regions = List.copyOf(regions);
        copies = List.copyOf(copies);
    }

    /** Short, because picocli makes a text of every value, and a manifest may have millions of accounts. */
    @Override
    public String toString() {
        return "manifest of " + regions.size() + " regions";
    }

    /** Creates a manifest without copies for all images. */
    public Manifest(List<RegionImages> regions) {
        this(regions, List.of());
    }

    /** The JSON Schema of manifests. */
    public static InputStream schema() {
        return Objects.requireNonNull(Manifest.class.getResourceAsStream("/dev/shareimage/manifest/" + SCHEMA_FILE));
    }

    /**
     * The images of one region, each once. May be empty.
     *
     * @param picks the entries that pick images by name, family or tag
     */
    public record RegionImages(RegionId region, List<ImageTargets> images, List<ImagePick> picks) {
        public RegionImages {
            images = List.copyOf(images);
            picks = List.copyOf(picks);
        }

        /** Creates a region with images that are all known by id. */
        public RegionImages(RegionId region, List<ImageTargets> images) {
            this(region, images, List.of());
        }

        /** All targets of images of the region. */
        public TargetQuery audience() {
            return everybody(images);
        }
    }

    /**
     * An image and its targets. It may have none.
     *
     * @param grants the targets by last day; each target is in one of them
     * @param setup whether role, policy and trust may be changed for it
     * @param copies the regions in which a copy of it is wanted, each once
     */
    public record ImageTargets(ImageId image, List<Grant> grants, boolean setup, List<CopyTarget> copies) {
        public ImageTargets {
            grants = List.copyOf(grants);
            copies = List.copyOf(copies);
        }

        /** Creates an image without copies of its own. */
        public ImageTargets(ImageId image, List<Grant> grants, boolean setup) {
            this(image, grants, setup, List.of());
        }

        /** Creates an image whose shares have no end. */
        public ImageTargets(ImageId image, TargetQuery targets, boolean setup) {
            this(image, List.of(new Grant(targets, null)), setup);
        }

        /** The targets that must have it on a day. */
        public TargetQuery targets(LocalDate day) {
            return union(grants.stream(), grant -> grant.holdsOn(day));
        }
    }

    /**
     * Images that are picked by name, family or tag, and their targets.
     *
     * @param newest the number of newest images to take; empty if exactly one must match
     * @param copies the regions in which a copy of each is wanted, each once
     */
    public record ImagePick(
            ImageQuery.Filter filter, OptionalInt newest, List<Grant> grants, boolean setup, List<CopyTarget> copies) {
        public ImagePick {
            grants = List.copyOf(grants);
            copies = List.copyOf(copies);
        }
    }

    /** All regions: those of images, and those in which copies are wanted. */
    public List<RegionId> concerned() {
        return Stream.concat(
                        regions.stream().map(RegionImages::region), allCopies().map(CopyTarget::region))
                .distinct()
                .toList();
    }

    /** Whether a copy of any image is wanted. */
    public boolean wantsCopies() {
        return allCopies().findAny().isPresent();
    }

    private Stream<CopyTarget> allCopies() {
        Stream<List<CopyTarget>> own = regions.stream()
                .flatMap(region -> Stream.concat(
                        region.images().stream().map(ImageTargets::copies),
                        region.picks().stream().map(ImagePick::copies)));
        return Stream.concat(copies.stream(), own.flatMap(List::stream));
    }

    /** All targets of images of all regions. */
    public TargetQuery audience() {
        return everybody(
                regions.stream().flatMap(region -> region.images().stream()).toList());
    }

    /** All targets that must have an image of any region on a day. */
    public TargetQuery audience(LocalDate day) {
        return union(
                regions.stream().flatMap(region -> region.images().stream()).flatMap(image -> image.grants().stream()),
                grant -> grant.holdsOn(day));
    }

    private static TargetQuery everybody(List<ImageTargets> images) {
        return union(images.stream().flatMap(image -> image.grants().stream()), grant -> true);
    }

    /** Returns any of the named directories, because at most one can be the caller's. */
    private static TargetQuery union(Stream<Grant> grants, Predicate<Grant> which) {
        List<TargetQuery> queries =
                grants.filter(which).map(Grant::targets).distinct().toList();
        if (queries.size() == 1) {
            return queries.get(0);
        }
        List<AccountId> accounts = flat(queries, TargetQuery::accounts);
        Optional<DirectoryId> directory =
                queries.stream().flatMap(query -> query.directory().stream()).findFirst();
        List<FolderId> folders = flat(queries, TargetQuery::folders);
        List<FolderPath> paths = flat(queries, TargetQuery::folderPaths);
        boolean own = queries.stream().anyMatch(TargetQuery::ownDirectory);
        return new TargetQuery(accounts, own, directory, folders, paths);
    }

    private static <T> List<T> flat(List<TargetQuery> queries, Function<TargetQuery, List<T>> part) {
        Stream<T> all = queries.stream().map(part).flatMap(List::stream);
        return all.distinct().toList();
    }
}

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
 * Who is to have which image, in all regions.
 *
 * @param regions at least one, each once
 * @param copies where a copy of every image is wanted that is not a copy itself, each region once
 */
public record Manifest(List<RegionImages> regions, List<CopyTarget> copies) {

    /** The version of the form of manifests that this program writes. */
    public static final int SCHEMA_VERSION = 2;

    /** The name of the file under which the JSON Schema of manifests is published. */
    public static final String SCHEMA_FILE = "share-image-manifest.schema.json";

    public Manifest {
        regions = List.copyOf(regions);
        copies = List.copyOf(copies);
    }

    /** Short, because the parser of options makes a text of every value, and a manifest may have millions of accounts. */
    @Override
    public String toString() {
        return "manifest of " + regions.size() + " regions";
    }

    /** Images without copies of all. */
    public Manifest(List<RegionImages> regions) {
        this(regions, List.of());
    }

    /** The JSON Schema of manifests. */
    public static InputStream schema() {
        return Objects.requireNonNull(Manifest.class.getResourceAsStream("/dev/shareimage/manifest/" + SCHEMA_FILE));
    }

    /**
     * The images of one region, each once; there may be none.
     *
     * @param picks images that are still to be looked for
     */
    public record RegionImages(RegionId region, List<ImageTargets> images, List<ImagePick> picks) {
        public RegionImages {
            images = List.copyOf(images);
            picks = List.copyOf(picks);
        }

        /** Images that are all known by their ids. */
        public RegionImages(RegionId region, List<ImageTargets> images) {
            this(region, images, List.of());
        }

        /** Everybody who is named for an image of the region. */
        public TargetQuery audience() {
            return everybody(images);
        }
    }

    /**
     * An image and everybody who is named for it, maybe nobody.
     *
     * @param grants by the last day; each target is in one of them
     * @param setup whether role, policy and trust may be touched for it
     * @param copies where a copy of it is wanted, each region once
     */
    public record ImageTargets(ImageId image, List<Grant> grants, boolean setup, List<CopyTarget> copies) {
        public ImageTargets {
            grants = List.copyOf(grants);
            copies = List.copyOf(copies);
        }

        /** An image without copies of its own. */
        public ImageTargets(ImageId image, List<Grant> grants, boolean setup) {
            this(image, grants, setup, List.of());
        }

        /** An image that its targets are to have without an end. */
        public ImageTargets(ImageId image, TargetQuery targets, boolean setup) {
            this(image, List.of(new Grant(targets, null)), setup);
        }

        /** Who is to have it on a day. */
        public TargetQuery targets(LocalDate day) {
            return union(grants.stream(), grant -> grant.holdsOn(day));
        }

        /** Who is no longer to have it on a day. */
        public TargetQuery ended(LocalDate day) {
            return union(grants.stream(), grant -> !grant.holdsOn(day));
        }
    }

    /**
     * Images that are meant by what they have, and everybody who is named for them.
     *
     * @param newest how many of those that have it; empty for the only one
     * @param copies where a copy of each is wanted, each region once
     */
    public record ImagePick(
            ImageQuery.Filter filter, OptionalInt newest, List<Grant> grants, boolean setup, List<CopyTarget> copies) {
        public ImagePick {
            grants = List.copyOf(grants);
            copies = List.copyOf(copies);
        }
    }

    /** The regions that it names: of images, and where copies are wanted. */
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

    /** Everybody who is named for an image of whatever region. */
    public TargetQuery audience() {
        return everybody(
                regions.stream().flatMap(region -> region.images().stream()).toList());
    }

    /** Everybody who is to have an image of whatever region on a day. */
    public TargetQuery audience(LocalDate day) {
        return union(
                regions.stream().flatMap(region -> region.images().stream()).flatMap(image -> image.grants().stream()),
                grant -> grant.holdsOn(day));
    }

    private static TargetQuery everybody(List<ImageTargets> images) {
        return union(images.stream().flatMap(image -> image.grants().stream()), grant -> true);
    }

    /** Where several directories are named, any of them stands for all: at most one can be the caller's. */
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

package dev.shareimage.app.manifest;

import dev.shareimage.app.TargetQuery;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.FolderId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Who is to have which image, in all regions.
 *
 * @param regions at least one, each once
 */
public record Manifest(List<RegionImages> regions) {

    /** The version of the form of manifests that this program reads and writes. */
    public static final int SCHEMA_VERSION = 1;

    public Manifest {
        regions = List.copyOf(regions);
    }

    /** The images of one region, each once; there may be none. */
    public record RegionImages(RegionId region, List<ImageTargets> images) {
        public RegionImages {
            images = List.copyOf(images);
        }

        /** Everybody who is to have an image of the region. */
        public TargetQuery audience() {
            return union(images);
        }
    }

    /**
     * An image and everybody who is to have it, maybe nobody.
     *
     * @param setup whether role, policy and trust may be touched for it
     */
    public record ImageTargets(ImageId image, TargetQuery targets, boolean setup) {}

    /** Everybody who is to have an image of whatever region. */
    public TargetQuery audience() {
        return union(
                regions.stream().flatMap(region -> region.images().stream()).toList());
    }

    /** Where several directories are named, any of them stands for all: at most one can be the caller's. */
    private static TargetQuery union(List<ImageTargets> images) {
        List<TargetQuery> queries = images.stream().map(ImageTargets::targets).toList();
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

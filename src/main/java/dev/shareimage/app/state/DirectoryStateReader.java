package dev.shareimage.app.state;

import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.state.ObservedState.DirectoryState;
import dev.shareimage.cloud.Cloud;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.Directory;
import dev.shareimage.domain.FolderId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;

/** Looks up what the targets need of the resource directory: the caller's own, and the paths of folders. */
final class DirectoryStateReader {

    private final Cloud cloud;
    private final Parallel parallel;
    private final RegionId region;

    DirectoryStateReader(Cloud cloud, Parallel parallel, RegionId region) {
        this.cloud = cloud;
        this.parallel = parallel;
        this.region = region;
    }

    /**
     * Starts reading the directory when a target is in it.
     *
     * @param trustOnly whether only the trust is concerned, so that Resource Sharing is not asked
     */
    Optional<CompletableFuture<DirectoryState>> start(TargetQuery targets, boolean trustOnly) {
        boolean concerned = targets.ownDirectory()
                || targets.directory().isPresent()
                || !targets.folders().isEmpty()
                || !targets.folderPaths().isEmpty();
        if (!concerned || (trustOnly && !targets.ownDirectory())) {
            return Optional.empty();
        }
        CompletableFuture<ReadResult<Boolean>> enabled = trustOnly
                ? CompletableFuture.completedFuture(ReadResult.of(true))
                : parallel.read(() -> cloud.resourceShares().sharingWithDirectoryEnabled(region));
        CompletableFuture<ReadResult<List<Directory.Member>>> members = trustOnly
                ? CompletableFuture.completedFuture(ReadResult.of(List.of()))
                : parallel.read(() -> cloud.directory().members());
        return Optional.of(parallel.read(() -> cloud.directory().organization())
                .thenCombine(
                        enabled.thenCombine(members, (isEnabled, all) -> Map.entry(isEnabled, all)),
                        (organization, rest) -> new DirectoryState(
                                organization, rest.getKey(), rest.getValue(), targets.folderPaths())));
    }

    /**
     * The targets themselves.
     *
     * @throws CloudException when the own directory or a folder cannot be looked up; the message says how to name it
     */
    List<ShareTarget> resolve(TargetQuery targets, Optional<CompletableFuture<DirectoryState>> directory)
            throws CloudException {
        return lookUp(targets, directory).apply(targets);
    }

    /**
     * Looks up what the targets need, for queries that ask for some of them.
     *
     * @throws CloudException when the own directory or a folder cannot be looked up; the message says how to name it
     */
    Function<TargetQuery, List<ShareTarget>> lookUp(
            TargetQuery all, Optional<CompletableFuture<DirectoryState>> directory) throws CloudException {
        List<ShareTarget> own =
                all.ownDirectory() && directory.isPresent() ? List.of(own(Parallel.await(directory.get()))) : List.of();
        List<CompletableFuture<ReadResult<Optional<FolderPath>>>> paths = all.folders().stream()
                .map(folder -> parallel.read(() -> cloud.directory().path(folder)))
                .toList();
        Map<FolderId, ShareTarget> folders = new HashMap<>();
        for (int i = 0; i < paths.size(); i++) {
            FolderId folder = all.folders().get(i);
            folders.put(folder, folder(folder, Parallel.await(paths.get(i))));
        }
        return query -> resolved(query, own, folders);
    }

    private static List<ShareTarget> resolved(
            TargetQuery targets, List<ShareTarget> own, Map<FolderId, ShareTarget> folders) {
        List<ShareTarget> resolved = new ArrayList<>();
        targets.accounts().forEach(account -> resolved.add(new ShareTarget.Account(account)));
        targets.directory().ifPresent(id -> resolved.add(new ShareTarget.ResourceDirectory(id)));
        if (targets.ownDirectory()) {
            resolved.addAll(own);
        }
        targets.folderPaths().forEach(path -> resolved.add(new ShareTarget.Folder(path)));
        targets.folders().stream()
                .flatMap(folder -> Stream.ofNullable(folders.get(folder)))
                .forEach(resolved::add);
        return resolved.stream().distinct().toList();
    }

    private static ShareTarget own(DirectoryState state) throws CloudException {
        return state.organization()
                .require()
                .map(organization -> new ShareTarget.ResourceDirectory(organization.id()))
                .orElseThrow(() -> new CloudException(
                        Kind.REFUSED,
                        "GetResourceDirectory",
                        "ResourceDirectoryNotInUse",
                        "this account is in no resource directory; name accounts with --accounts"));
    }

    private static ShareTarget folder(FolderId folder, ReadResult<Optional<FolderPath>> path) throws CloudException {
        if (path.forbidden()) {
            CloudException failure = path.failure();
            throw new CloudException(
                    Kind.NOT_PERMITTED,
                    "GetFolder",
                    failure == null ? "NoPermission" : failure.code(),
                    "the path of folder " + folder + " may not be looked up; give it as --folder rd-…/r-…/" + folder,
                    failure == null ? null : failure.requestId().orElse(null),
                    "resourcemanager:GetFolder");
        }
        return path.require()
                .map(ShareTarget.Folder::new)
                .orElseThrow(() -> new CloudException(
                        Kind.REFUSED,
                        "GetFolder",
                        "EntityNotExists.Folder",
                        "the resource directory has no folder " + folder));
    }
}

package dev.shareimage.app.state;

import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.state.ObservedState.DirectoryState;
import dev.shareimage.app.state.ObservedState.Unresolved;
import dev.shareimage.cloud.Cloud;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.Directory.Member;
import dev.shareimage.cloud.Directory.Organization;
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
import org.jspecify.annotations.Nullable;

/** Reads what the targets need from the resource directory: the caller's own directory, and the paths of folders. */
final class DirectoryStateReader {

    private final Cloud cloud;
    private final Parallel parallel;
    private final RegionId region;

    DirectoryStateReader(Cloud cloud, Parallel parallel, RegionId region) {
        this.cloud = cloud;
        this.parallel = parallel;
        this.region = region;
    }

    /** The purpose of the read. */
    enum Purpose {
        /** To share: everything that Resource Sharing and the trust depend on. */
        SHARE,
        /** To change the trust: ids and paths. */
        TRUST,
        /** To unshare: only ids, because a share does not contain a folder's path. */
        UNSHARE
    }

    /**
     * What was read.
     *
     * @param targets the targets of a query, without those that could not be resolved
     * @param state the directory, or null if no target is in it
     */
    record DirectoryReading(
            Function<TargetQuery, List<ShareTarget>> targets,
            @Nullable DirectoryState state) {}

    /**
     * Reads what the targets need.
     *
     * @throws CloudException if a lookup failed that is allowed, or if a permission is missing
     */
    DirectoryReading read(TargetQuery targets, Purpose purpose) throws CloudException {
        boolean asked = targets.ownDirectory() || (purpose == Purpose.SHARE && targets.namesGroups());
        CompletableFuture<ReadResult<Optional<Organization>>> organization =
                asked ? parallel.read(() -> cloud.directory().organization()) : unread();
        boolean shares = asked && purpose == Purpose.SHARE;
        CompletableFuture<ReadResult<Boolean>> enabled =
                shares ? parallel.read(() -> cloud.resourceShares().sharingWithDirectoryEnabled(region)) : unread();
        CompletableFuture<ReadResult<List<Member>>> members =
                shares ? parallel.read(() -> cloud.directory().members()) : unread();
        List<CompletableFuture<ReadResult<Optional<FolderPath>>>> paths =
                purpose == Purpose.UNSHARE ? List.of() : startPaths(targets.folders());
        Lookup lookup = new Lookup();
        if (targets.ownDirectory()) {
            lookup.own(Parallel.await(organization));
        }
        if (purpose == Purpose.UNSHARE) {
            lookup.withoutPaths(targets.folders());
        } else {
            lookup.folders(targets.folders(), paths);
        }
        DirectoryState state = new DirectoryState(
                Parallel.await(organization),
                Parallel.await(enabled),
                Parallel.await(members),
                targets.folderPaths(),
                List.copyOf(lookup.unresolved));
        boolean concerned = shares || !lookup.unresolved.isEmpty();
        return new DirectoryReading(lookup::targets, concerned ? state : null);
    }

    private List<CompletableFuture<ReadResult<Optional<FolderPath>>>> startPaths(List<FolderId> folders) {
        return folders.stream()
                .map(folder -> parallel.read(() -> cloud.directory().path(folder)))
                .toList();
    }

    /**
     * Whether an image would be shared with accounts and also with a directory or folder, so that the members matter.
     */
    static boolean mixes(TargetQuery targets, List<ImageState> images) {
        return !targets.accounts().isEmpty()
                && images.stream().anyMatch(image -> !image.liveTargets().isEmpty());
    }

    /** Adds the members to the state. They are read if they were not yet. */
    DirectoryState withMembers(@Nullable DirectoryState state) throws CloudException {
        if (state != null
                && (state.members().known().isPresent() || state.members().failure() != null)) {
            return state;
        }
        CompletableFuture<ReadResult<Optional<Organization>>> organization =
                parallel.read(() -> cloud.directory().organization());
        CompletableFuture<ReadResult<List<Member>>> members =
                parallel.read(() -> cloud.directory().members());
        return new DirectoryState(
                Parallel.await(organization), ReadResult.unread(), Parallel.await(members), List.of(), List.of());
    }

    private static <T> CompletableFuture<ReadResult<T>> unread() {
        return CompletableFuture.completedFuture(ReadResult.unread());
    }

    /** The targets that the requested ones are resolved to. */
    private static final class Lookup {

        private final Map<FolderId, ShareTarget> folders = new HashMap<>();
        final List<Unresolved> unresolved = new ArrayList<>();
        private List<ShareTarget> own = List.of();

        void own(ReadResult<Optional<Organization>> organization) throws CloudException {
            Optional<Organization> found = organization.require();
            if (found.isPresent()) {
                own = List.of(new ShareTarget.ResourceDirectory(found.get().id()));
            } else {
                unresolved.add(new Unresolved(Optional.empty(), false));
            }
        }

        void withoutPaths(List<FolderId> ids) {
            for (FolderId id : ids) {
                folders.put(id, new ShareTarget.Folder(id, Optional.empty()));
            }
        }

        void folders(List<FolderId> ids, List<CompletableFuture<ReadResult<Optional<FolderPath>>>> paths)
                throws CloudException {
            for (int i = 0; i < ids.size(); i++) {
                folder(ids.get(i), Parallel.await(paths.get(i)));
            }
        }

        private void folder(FolderId folder, ReadResult<Optional<FolderPath>> path) throws CloudException {
            CloudException failure = path.failure();
            if (path.forbidden() && failure != null) {
                throw notPermitted(folder, failure);
            }
            boolean hidden = failure != null && failure.kind() == Kind.NOT_FOUND;
            Optional<FolderPath> found = hidden ? Optional.empty() : path.require();
            if (found.isPresent()) {
                folders.put(folder, new ShareTarget.Folder(found.get()));
            } else {
                unresolved.add(new Unresolved(Optional.of(folder), hidden));
            }
        }

        List<ShareTarget> targets(TargetQuery query) {
            List<ShareTarget> resolved = new ArrayList<>();
            query.accounts().forEach(account -> resolved.add(new ShareTarget.Account(account)));
            query.directory().ifPresent(id -> resolved.add(new ShareTarget.ResourceDirectory(id)));
            if (query.ownDirectory()) {
                resolved.addAll(own);
            }
            query.folderPaths().forEach(path -> resolved.add(new ShareTarget.Folder(path)));
            query.folders().stream()
                    .flatMap(folder -> Stream.ofNullable(folders.get(folder)))
                    .forEach(resolved::add);
            return resolved.stream().distinct().toList();
        }

        private static CloudException notPermitted(FolderId folder, CloudException failure) {
            return new CloudException(
                    Kind.NOT_PERMITTED,
                    "GetFolder",
                    failure.code(),
                    "the path of folder " + folder + " may not be looked up; give it as --folder rd-…/r-…/" + folder,
                    failure.requestId().orElse(null),
                    "resourcemanager:GetFolder");
        }
    }
}

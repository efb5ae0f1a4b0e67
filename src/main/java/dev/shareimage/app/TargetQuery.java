package dev.shareimage.app;

import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.FolderId;
import dev.shareimage.domain.FolderPath;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The targets as requested. The caller's own directory, and folders without a path, are looked up before they become
 * {@link dev.shareimage.domain.ShareTarget}s.
 *
 * @param accounts the accounts without duplicates, in the given order
 * @param ownDirectory whether the caller's own resource directory is requested
 * @param directory a resource directory by id
 * @param folders folders by id
 * @param folderPaths folders by path
 */
public record TargetQuery(
        List<AccountId> accounts,
        boolean ownDirectory,
        Optional<DirectoryId> directory,
        List<FolderId> folders,
        List<FolderPath> folderPaths) {

    /** No targets. */
    public static final TargetQuery NONE = new TargetQuery(List.of(), false, Optional.empty(), List.of(), List.of());

    /** Accounts alone. */
    public static TargetQuery ofAccounts(Collection<AccountId> accounts) {
        return new TargetQuery(List.copyOf(accounts), false, Optional.empty(), List.of(), List.of());
    }

    /** Folders alone, each by its path. */
    public static TargetQuery ofFolders(Collection<FolderPath> paths) {
        return new TargetQuery(List.of(), false, Optional.empty(), List.of(), List.copyOf(paths));
    }

    /** The caller's own resource directory alone. */
    public static TargetQuery ofOwnDirectory() {
        return new TargetQuery(List.of(), true, Optional.empty(), List.of(), List.of());
    }

    public TargetQuery {
        accounts = accounts.stream().distinct().toList();
        folders = folders.stream().distinct().toList();
        folderPaths = folderPaths.stream().distinct().toList();
    }

    /** The targets that need no lookup. */
    public TargetQuery withoutLookUps() {
        return new TargetQuery(accounts, false, directory, List.of(), folderPaths);
    }

    /** Whether it has a directory or folder. */
    public boolean namesGroups() {
        return ownDirectory || directory.isPresent() || !folders.isEmpty() || !folderPaths.isEmpty();
    }

    // Written by hand, like hashCode, because the methods of a record are linked at run time, at every start.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TargetQuery that
                && accounts.equals(that.accounts)
                && ownDirectory == that.ownDirectory
                && directory.equals(that.directory)
                && folders.equals(that.folders)
                && folderPaths.equals(that.folderPaths);
    }

    @Override
    public int hashCode() {
        return Objects.hash(accounts, ownDirectory, directory, folders, folderPaths);
    }
}

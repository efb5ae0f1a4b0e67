package dev.shareimage.app;

import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.FolderId;
import dev.shareimage.domain.FolderPath;
import java.util.List;
import java.util.Optional;

/**
 * The targets as they were asked for; the caller's own directory and folders named by id are looked up before they become
 * {@link dev.shareimage.domain.ShareTarget}s.
 *
 * @param accounts without repetition, in the order given
 * @param ownDirectory whether the caller's own resource directory is meant
 * @param directory a resource directory by id
 * @param folders by id
 * @param folderPaths by path
 */
public record TargetQuery(
        List<AccountId> accounts,
        boolean ownDirectory,
        Optional<DirectoryId> directory,
        List<FolderId> folders,
        List<FolderPath> folderPaths) {

    /** Nobody. */
    public static final TargetQuery NONE = new TargetQuery(List.of(), false, Optional.empty(), List.of(), List.of());

    public TargetQuery {
        accounts = accounts.stream().distinct().toList();
        folders = folders.stream().distinct().toList();
        folderPaths = folderPaths.stream().distinct().toList();
    }

    /** The targets that are known without looking them up. */
    public TargetQuery withoutLookUps() {
        return new TargetQuery(accounts, false, directory, List.of(), folderPaths);
    }

    /** Whether a directory or folder is among them. */
    public boolean namesGroups() {
        return ownDirectory || directory.isPresent() || !folders.isEmpty() || !folderPaths.isEmpty();
    }

    public boolean isEmpty() {
        return accounts.isEmpty() && !namesGroups();
    }
}

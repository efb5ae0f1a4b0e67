package dev.shareimage.domain.trust;

import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.FolderId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.ShareTarget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of who lies where in the owner's resource directory. */
public final class DirectoryMembers {

    private static final DirectoryMembers UNKNOWN = new DirectoryMembers(null, null, Map.of());

    private final @Nullable DirectoryId directory;
    private final @Nullable AccountId management;
    private final Map<AccountId, String> paths;

    private DirectoryMembers(
            @Nullable DirectoryId directory, @Nullable AccountId management, Map<AccountId, String> paths) {
        this.directory = directory;
        this.management = management;
        this.paths = paths;
    }

    /** Nobody looked, or nobody may. */
    public static DirectoryMembers unknown() {
        return UNKNOWN;
    }

    /**
     * The members of a directory.
     *
     * @param management the account that manages it, which lists of members may leave out
     * @param paths the path of each member, {@code rd-…/r-…/fd-…/UID}, or empty where the answer does not have it
     */
    public static DirectoryMembers of(DirectoryId directory, AccountId management, Map<AccountId, String> paths) {
        return new DirectoryMembers(directory, management, Map.copyOf(paths));
    }

    /** Whether anybody looked. */
    public boolean isKnown() {
        return directory != null;
    }

    /** The path of a folder, where a member lies below it. */
    public Optional<FolderPath> pathOf(FolderId folder) {
        String part = "/" + folder + "/";
        return paths.values().stream()
                .filter(path -> path.contains(part))
                .map(path -> path.substring(0, path.indexOf(part) + part.length() - 1))
                .filter(FolderPath::isPath)
                .map(FolderPath::new)
                .findFirst();
    }

    /** The members that are known to lie in a directory or folder. */
    List<AccountId> within(ShareTarget group) {
        return beginning(group).stream()
                .flatMap(beginning -> paths.entrySet().stream()
                        .filter(member -> member.getValue().startsWith(beginning))
                        .map(Map.Entry::getKey))
                .toList();
    }

    /** Whether the account lies in a directory or folder, or is not known to lie elsewhere. */
    boolean mayLieIn(AccountId account, ShareTarget group) {
        Extent lies = beginning(group)
                .map(beginning -> pathOf(account).like(new Glob(beginning + "*")))
                .orElse(Extent.UNKNOWN);
        return lies != Extent.NONE;
    }

    /** How the paths of those begin that lie in it; empty for a folder whose path is not known. */
    private static Optional<String> beginning(ShareTarget group) {
        Optional<String> path = group instanceof ShareTarget.Folder folder
                ? folder.knownPath().map(FolderPath::value)
                : Optional.of(group.id());
        return path.map(own -> own + "/");
    }

    /** The id of the directory that the account lies in. */
    KnownText directoryOf(AccountId account) {
        String path = paths.get(account);
        if (path != null && directory != null) {
            return new KnownText.Exact(path.isEmpty() ? directory.value() : path.split("/", 2)[0]);
        }
        return outside(account);
    }

    /** The account's own path. */
    KnownText pathOf(AccountId account) {
        String path = paths.get(account);
        if (path != null) {
            return path.isEmpty() ? new KnownText.Unknown() : new KnownText.Exact(path);
        }
        return outside(account);
    }

    private KnownText outside(AccountId account) {
        return directory == null || account.equals(management)
                ? new KnownText.Unknown()
                : new KnownText.Outside(directory.value());
    }
}

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

/** The members of the owner's resource directory and their paths, as far as they are known. */
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

    /** Nothing is known: the members were not read, or the caller may not read them. */
    public static DirectoryMembers unknown() {
        return UNKNOWN;
    }

    /**
     * The members of a directory.
     *
     * @param management the management account; lists of members may not contain it
     * @param paths the path of each member, {@code rd-…/r-…/fd-…/UID}, or an empty text if the answer has no path
     */
    public static DirectoryMembers of(DirectoryId directory, AccountId management, Map<AccountId, String> paths) {
        return new DirectoryMembers(directory, management, Map.copyOf(paths));
    }

    /** Whether the members were read. */
    public boolean isKnown() {
        return directory != null;
    }

    /** Whether the account is known to be no member. */
    public boolean isOutside(AccountId account) {
        return directory != null && !account.equals(management) && !paths.containsKey(account);
    }

    /** The path of a folder, if it has members. */
    public Optional<FolderPath> pathOf(FolderId folder) {
        String part = "/" + folder + "/";
        return paths.values().stream()
                .filter(path -> path.contains(part))
                .map(path -> path.substring(0, path.indexOf(part) + part.length() - 1))
                .filter(FolderPath::isPath)
                .map(FolderPath::new)
                .findFirst();
    }

    /** The known members of a directory or folder. */
    public List<AccountId> within(ShareTarget directory) {
        return beginning(directory).stream()
                .flatMap(beginning -> paths.entrySet().stream()
                        .filter(member -> member.getValue().startsWith(beginning))
                        .map(Map.Entry::getKey))
                .toList();
    }

    /** Whether the account is, or may be, a member of a directory or folder. */
    boolean mayLieIn(AccountId account, ShareTarget directory) {
        Extent lies = beginning(directory)
                .map(beginning -> pathOf(account).like(new Glob(beginning + "*")))
                .orElse(Extent.UNKNOWN);
        return lies != Extent.NONE;
    }

    /** The beginning of the paths of its members; empty for a folder without a known path. */
    private static Optional<String> beginning(ShareTarget directory) {
        Optional<String> path = directory instanceof ShareTarget.Folder folder
                ? folder.knownPath().map(FolderPath::value)
                : Optional.of(directory.id());
        return path.map(own -> own + "/");
    }

    /** Whether the account is a member of a directory or folder; null where that cannot be known. */
    public @Nullable Boolean liesIn(AccountId account, ShareTarget target) {
        String path = paths.get(account);
        if (path == null) {
            return directory == null || account.equals(management) ? null : Boolean.FALSE;
        }
        return path.isEmpty() ? null : Boolean.valueOf(("/" + path).contains("/" + target.id() + "/"));
    }

    /** The id of the account's directory. */
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

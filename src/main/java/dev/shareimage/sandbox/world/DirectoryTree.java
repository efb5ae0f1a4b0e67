package dev.shareimage.sandbox.world;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The present places of accounts in the resource directories. */
public final class DirectoryTree {

    /** Condition key of a trust policy: the directory of the account for which a service acts. */
    public static final String DIRECTORY_CONDITION = "sts:ServiceOwnerRDId";

    /** Condition key of a trust policy: the path of the account for which a service acts. */
    public static final String PATH_CONDITION = "sts:ServiceOwnerRDPath";

    private final World world;

    public DirectoryTree(World world) {
        this.world = world;
    }

    /** The directory that an account manages or is a member of. */
    public Optional<Directory> directoryOf(String accountId) {
        Optional<Member> member = world.members().find(accountId);
        if (member.isPresent()) {
            return world.directories().find(member.get().directoryId());
        }
        return world.directories().stream()
                .filter(directory -> directory.managementAccountId().equals(accountId))
                .findFirst();
    }

    /** Such as {@code rd-sbx001/r-root01/fd-products01}. */
    public String pathOf(Folder folder) {
        Deque<String> parts = new ArrayDeque<>();
        @Nullable Folder at = folder;
        while (at != null) {
            parts.addFirst(at.id());
            at = at.parentId() == null
                    ? null
                    : world.folders().find(at.parentId()).orElse(null);
        }
        parts.addFirst(folder.directoryId());
        return String.join("/", parts);
    }

    /** The path of an account's folder and the account's id; empty when it is in no directory. */
    public Optional<String> pathOfAccount(String accountId) {
        return directoryOf(accountId).map(directory -> {
            String folderId = world.members()
                    .find(accountId)
                    .map(Member::folderId)
                    // the management account is no member; assumed to be directly under the root
                    .orElse(directory.rootFolderId());
            return world.folders().find(folderId).map(this::pathOf).orElse(directory.id()) + "/" + accountId;
        });
    }

    /**
     * Whether a resource share's target reaches an account now.
     *
     * @param target an account id, a folder's or a directory's
     */
    public boolean reaches(String target, String accountId) {
        return target.equals(accountId)
                || pathOfAccount(accountId)
                        .filter(path -> ("/" + path + "/").contains("/" + target + "/"))
                        .isPresent();
    }

    /** The condition keys of the account for which a service assumes the role. */
    public Map<String, String> trustContext(String accountId) {
        return pathOfAccount(accountId)
                .map(path -> Map.of(DIRECTORY_CONDITION, path.substring(0, path.indexOf('/')), PATH_CONDITION, path))
                .orElse(Map.of());
    }
}

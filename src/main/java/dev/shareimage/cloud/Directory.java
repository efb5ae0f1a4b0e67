package dev.shareimage.cloud;

import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.FolderId;
import dev.shareimage.domain.FolderPath;
import java.util.List;
import java.util.Optional;

/** The caller's resource directory. */
public interface Directory {

    /** The caller's directory; empty if the caller is in none. */
    Optional<Organization> organization() throws CloudException;

    /**
     * The path of a folder; empty if the directory has no such folder.
     *
     * @throws CloudException of kind {@code NOT_FOUND} if the caller may not read the directory
     */
    Optional<FolderPath> path(FolderId folder) throws CloudException;

    /** All members, on all pages. */
    List<Member> members() throws CloudException;

    /** A directory and its management account. */
    record Organization(DirectoryId id, AccountId managementAccount) {}

    /**
     * A member account.
     *
     * @param path the member's own path, {@code rd-…/r-…/fd-…/UID}, or an empty text if the answer has no path
     */
    record Member(AccountId account, String path) {}
}

package dev.shareimage.cloud;

import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.FolderId;
import dev.shareimage.domain.FolderPath;
import java.util.List;
import java.util.Optional;

/** The resource directory that the caller belongs to. */
public interface Directory {

    /** The caller's directory, or empty when it is in none. */
    Optional<Organization> organization() throws CloudException;

    /**
     * The path of a folder, or empty when the directory has no such folder.
     *
     * @throws CloudException of kind {@code NOT_FOUND} when the caller may not look into the directory
     */
    Optional<FolderPath> path(FolderId folder) throws CloudException;

    /** The members, each with the path of the folder it lies in; read to the last page. */
    List<Member> members() throws CloudException;

    /** A directory and the account that manages it. */
    record Organization(DirectoryId id, AccountId managementAccount) {}

    /**
     * A member account.
     *
     * @param path the member's own path, {@code rd-…/r-…/fd-…/UID}, or empty where the answer does not have it
     */
    record Member(AccountId account, String path) {}
}

package dev.shareimage.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The target of a share: an account, a whole resource directory, or a folder of one.
 *
 * <p>An account gets the image itself ({@code ModifyImageSharePermission}). A directory or folder gets it through
 * Resource Sharing. Each needs its own statement in the role's trust policy.
 */
public sealed interface ShareTarget {

    /** The name of this type of target in JSON: {@code account}, {@code resource-directory} or {@code folder}. */
    String type();

    /** The id of the target in Resource Sharing and in output: {@code UID}, {@code rd-…} or {@code fd-…}. */
    String id();

    /** One account. */
    record Account(AccountId account) implements ShareTarget {
        @Override
        public String type() {
            return "account";
        }

        @Override
        public String id() {
            return account.value();
        }

        // Written by hand like hashCode, because those that a record generates are linked at run time, at every start.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Account that && account.equals(that.account);
        }

        @Override
        public int hashCode() {
            return account.hashCode();
        }
    }

    /** All present and future members of a resource directory. */
    record ResourceDirectory(DirectoryId directory) implements ShareTarget {
        @Override
        public String type() {
            return "resource-directory";
        }

        @Override
        public String id() {
            return directory.value();
        }
    }

    /**
     * All present and future members below a folder.
     *
     * @param knownPath the folder's whole path, which the trust needs; empty if it could not be looked up
     */
    record Folder(FolderId folder, Optional<FolderPath> knownPath) implements ShareTarget {

        public Folder(FolderPath path) {
            this(path.folder(), Optional.of(path));
        }

        @Override
        public String type() {
            return "folder";
        }

        @Override
        public String id() {
            return folder.value();
        }
    }

    /**
     * The target of a share, by the prefix of its id: {@code rd-…}, {@code fd-…}, or an account id.
     *
     * @throws InvalidValueException if it is none of them
     */
    static ShareTarget ofId(String id) {
        if (id.startsWith("rd-")) {
            return new ResourceDirectory(new DirectoryId(id));
        }
        return id.startsWith("fd-") ? new Folder(new FolderId(id), Optional.empty()) : new Account(new AccountId(id));
    }

    /** Whether {@link #ofId} accepts the id. */
    static boolean isId(String id) {
        try {
            return !ofId(id).id().isEmpty();
        } catch (InvalidValueException e) {
            return false;
        }
    }
}

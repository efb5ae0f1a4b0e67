package dev.shareimage.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who an image is shared with: an account, a whole resource directory, or a folder of one.
 *
 * <p>An account gets the image itself ({@code ModifyImageSharePermission}); a directory or a folder gets it through
 * Resource Sharing. Each needs its own statement in the role's trust policy.
 */
public sealed interface ShareTarget {

    /** How the target is called in JSON: {@code account}, {@code resource-directory} or {@code folder}. */
    String type();

    /** The id that identifies the target in Resource Sharing and in output: {@code UID}, {@code rd-…} or {@code fd-…}. */
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

        // By hand like hashCode: the ones that a record has by itself are put together at run time, at each start.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Account that && account.equals(that.account);
        }

        @Override
        public int hashCode() {
            return account.hashCode();
        }
    }

    /** Every member of a resource directory, now and later. */
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
     * Every member below a folder, now and later.
     *
     * @param knownPath the folder's whole path, which the trust needs; empty for a folder that was found in a share and
     *     could not be looked up
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
     * What a share names as its target, told by the prefix: {@code rd-…}, {@code fd-…}, or else an account id.
     *
     * @throws InvalidValueException when it is none of them
     */
    static ShareTarget ofId(String id) {
        if (id.startsWith("rd-")) {
            return new ResourceDirectory(new DirectoryId(id));
        }
        return id.startsWith("fd-") ? new Folder(new FolderId(id), Optional.empty()) : new Account(new AccountId(id));
    }

    /** Whether the id is that of a target, so that {@link #ofId} takes it. */
    static boolean isId(String id) {
        try {
            return !ofId(id).id().isEmpty();
        } catch (InvalidValueException e) {
            return false;
        }
    }
}

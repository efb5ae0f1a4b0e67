package dev.shareimage.domain;

/**
 * The path of a folder in its resource directory: {@code rd-…/r-…/fd-…}, one {@code fd-…} for each level.
 *
 * <p>A member's path ends with its account id, and folder ids have a fixed length. So a path followed by {@code *}
 * matches the members below the folder, and no sibling folder.
 */
public record FolderPath(String value) implements Comparable<FolderPath> {

    private static final IdFormat RULE = new IdFormat(
            "rd-[A-Za-z0-9]{1,32}/r-[A-Za-z0-9]{1,32}(/fd-[A-Za-z0-9]{1,32}){1,10}",
            "is not a folder's path: it has the form rd-…/r-…/fd-…, as in rd-3G0000/r-Wm0000/fd-Jyl5U70000");

    public FolderPath {
        RULE.check(value);
    }

    /** Whether the text has the form of a path. */
    public static boolean isPath(String text) {
        return RULE.accepts(text);
    }

    /** The directory of the folder. */
    public DirectoryId directory() {
        return new DirectoryId(value.substring(0, value.indexOf('/')));
    }

    /** The folder itself: the last part of the path. */
    public FolderId folder() {
        return new FolderId(value.substring(value.lastIndexOf('/') + 1));
    }

    @Override
    public int compareTo(FolderPath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

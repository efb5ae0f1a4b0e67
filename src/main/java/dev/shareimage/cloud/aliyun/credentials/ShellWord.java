package dev.shareimage.cloud.aliyun.credentials;

/** A word in a command that people paste. */
final class ShellWord {

    private ShellWord() {}

    /** In apostrophes, unless it is plain. */
    static String of(String text) {
        return text.matches("[A-Za-z0-9._-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}

package dev.shareimage.cloud.aliyun.credentials;

/** Quotes a word of a command that people paste. */
final class ShellWord {

    private ShellWord() {}

    /** The word in single quotes, unless it is plain. */
    static String of(String text) {
        return text.matches("[A-Za-z0-9._-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}

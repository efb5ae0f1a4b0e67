package dev.shareimage.sandbox.answer;

/** Patterns in which {@code *} matches any text, also empty text. */
public final class Wildcards {

    private Wildcards() {}

    public static boolean matches(String pattern, String text) {
        String[] pieces = pattern.split("\\*", -1);
        if (pieces.length == 1) {
            return pattern.equals(text);
        }
        String last = pieces[pieces.length - 1];
        if (!text.startsWith(pieces[0])) {
            return false;
        }
        int position = pieces[0].length();
        for (int i = 1; i < pieces.length - 1; i++) {
            int found = text.indexOf(pieces[i], position);
            if (found < 0) {
                return false;
            }
            position = found + pieces[i].length();
        }
        return text.length() - position >= last.length() && text.endsWith(last);
    }
}

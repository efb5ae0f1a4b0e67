package dev.shareimage.cli.view;

/**
 * Makes text from outside safe for a terminal, such as names of images and messages from the network.
 *
 * <p>Control characters (also those that begin escape sequences), characters that change the direction of text,
 * invisible characters and halves of surrogate pairs become U+FFFD. All visible characters remain.
 */
public final class Sanitizer {

    private static final int REPLACEMENT = 0xFFFD;

    private Sanitizer() {}

    /** The safe text, in one line. */
    public static String clean(String text) {
        if (isPlain(text) || text.codePoints().allMatch(Sanitizer::isVisible)) {
            return text;
        }
        return text.codePoints()
                .map(character -> isVisible(character) ? character : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Whether all characters are visible ASCII, as in nearly every cell of a long list. */
    static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' || character > '~') {
                return false;
            }
        }
        return true;
    }

    /** Whether the character is visible and has no other effect. */
    public static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}

package dev.shareimage.cli.view;

/**
 * Makes text from elsewhere harmless for a terminal: names of images come from people, messages from the network.
 *
 * <p>Control characters (escape sequences begin with one), characters that turn the direction of writing, invisible ones
 * and halves of surrogate pairs become U+FFFD; everything that can be seen stays.
 */
public final class Sanitizer {

    private static final int REPLACEMENT = 0xFFFD;

    private Sanitizer() {}

    /** The text as it may be shown, in one line. */
    public static String clean(String text) {
        if (text.codePoints().allMatch(Sanitizer::isVisible)) {
            return text;
        }
        return text.codePoints()
                .map(character -> isVisible(character) ? character : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Whether the character can do nothing but be seen. */
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

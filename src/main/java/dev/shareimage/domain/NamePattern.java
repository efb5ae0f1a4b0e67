package dev.shareimage.domain;

/**
 * A name in which {@code *} stands for any characters and {@code ?} for one; nothing else is special.
 *
 * <p>Matched here and not by the cloud: it is nowhere stated which wildcards {@code DescribeImages} knows.
 */
public record NamePattern(String text) {

    private static final int MAX_LENGTH = 256;

    public NamePattern {
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            throw InvalidValueException.of(text, "is neither the name of an image nor a pattern such as web-*");
        }
    }

    /** Whether the whole name fits. Takes no more steps than the lengths multiplied, whatever the pattern. */
    public boolean matches(String name) {
        int at = 0;
        int in = 0;
        int star = -1;
        int resume = 0;
        while (in < name.length()) {
            char wanted = at < text.length() ? text.charAt(at) : '\0';
            if (at < text.length() && wanted == '*') {
                star = at++;
                resume = in;
            } else if (at < text.length() && (wanted == '?' || wanted == name.charAt(in))) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++resume;
            } else {
                return false;
            }
        }
        while (at < text.length() && text.charAt(at) == '*') {
            at++;
        }
        return at == text.length();
    }

    @Override
    public String toString() {
        return text;
    }
}

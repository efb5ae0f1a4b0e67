package dev.shareimage.domain;

import java.util.regex.Pattern;

/** The format of an id, and the sentence that explains it. */
record IdFormat(Pattern pattern, String explanation) {

    IdFormat(String pattern, String explanation) {
        this(Pattern.compile(pattern), explanation);
    }

    /**
     * Returns the value if it has the format.
     *
     * @throws InvalidValueException otherwise
     */
    String check(String value) {
        if (!accepts(value)) {
            throw InvalidValueException.of(value, explanation);
        }
        return value;
    }

    boolean accepts(String value) {
        return pattern.matcher(value).matches();
    }
}

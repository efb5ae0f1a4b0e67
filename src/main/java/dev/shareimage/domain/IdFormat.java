package dev.shareimage.domain;

import java.util.regex.Pattern;

/** The form that an id must have, with the sentence that explains it. */
record IdFormat(Pattern pattern, String explanation) {

    IdFormat(String pattern, String explanation) {
        this(Pattern.compile(pattern), explanation);
    }

    /**
     * The value, when it has the form.
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

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
     * @throws InvalidValueException otherwise, quoting the value without its control characters
     */
    String check(String value) {
        if (!accepts(value)) {
            throw new InvalidValueException(InvalidValueException.quoted(value) + " " + explanation);
        }
        return value;
    }

    boolean accepts(String value) {
        return pattern.matcher(value).matches();
    }
}

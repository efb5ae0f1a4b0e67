package dev.shareimage.cli.options;

import dev.shareimage.domain.InvalidValueException;
import java.util.function.Function;

/** Whole numbers within bounds. */
final class WholeNumber {

    private WholeNumber() {}

    /** A parser for numbers from the least to the most, both included. */
    static Function<String, Integer> between(int least, int most) {
        return text -> {
            if (text.matches("[0-9]{1,9}")) {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            }
            throw InvalidValueException.of(text, "is not a whole number from " + least + " to " + most);
        };
    }
}

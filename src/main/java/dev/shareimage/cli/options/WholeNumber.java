package dev.shareimage.cli.options;

import dev.shareimage.domain.InvalidValueException;
import picocli.CommandLine.ITypeConverter;

/** Converts whole numbers between a minimum and a maximum, both included. */
abstract class WholeNumber implements ITypeConverter<Integer> {

    private final int least;
    private final int most;

    WholeNumber(int least, int most) {
        this.least = least;
        this.most = most;
    }

    @Override
    public final Integer convert(String text) {
        if (text.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw InvalidValueException.of(text, "is not a whole number from " + least + " to " + most);
    }
}

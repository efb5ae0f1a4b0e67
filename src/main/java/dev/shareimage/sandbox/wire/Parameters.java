package dev.shareimage.sandbox.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The business parameters of a call, from query and form alike, without the protocol's own. */
public record Parameters(Map<String, String> values) {

    public Parameters {
        values = Map.copyOf(values);
    }

    /** The value, or empty when it was not sent or is blank. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    /**
     * The value of a parameter that must be there.
     *
     * @throws ApiError 400 {@code MissingParameter}
     */
    public String get(String name) throws ApiError {
        return find(name).orElseThrow(() -> missing(name));
    }

    /**
     * A whole number inside its limits.
     *
     * @throws ApiError 400 {@code InvalidParameter.<name>} when it is no number or outside
     */
    public int integer(String name, int defaultValue, int minimum, int maximum) throws ApiError {
        Optional<String> value = find(name);
        if (value.isEmpty()) {
            return defaultValue;
        }
        try {
            // Java also takes digits of other scripts, and a plus sign.
            int number = value.get().matches("-?[0-9]+") ? Integer.parseInt(value.get()) : minimum - 1;
            if (number >= minimum && number <= maximum) {
                return number;
            }
        } catch (NumberFormatException tooLarge) {
            // It is refused below, as any number outside the limits is.
        }
        throw new ApiError(400, "InvalidParameter." + name, "The specified parameter " + name + " is not valid.");
    }

    /** {@code name.1}, {@code name.2}, … in the order of their numbers, up to the first gap. */
    public List<String> list(String name) {
        List<String> entries = new ArrayList<>();
        for (int i = 1; values.containsKey(name + "." + i); i++) {
            entries.add(values.get(name + "." + i));
        }
        return entries;
    }

    private static ApiError missing(String name) {
        return new ApiError(
                400,
                "MissingParameter",
                "The input parameter \"" + name + "\" that is mandatory for processing this request is not supplied.");
    }
}

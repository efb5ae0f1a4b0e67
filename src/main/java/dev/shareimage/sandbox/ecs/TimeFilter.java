package dev.shareimage.sandbox.ecs;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Parameters;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** The range in which an image or snapshot must have been created, from {@code Filter.N}. Both ends are included. */
record TimeFilter(Instant earliest, Instant latest) {

    private static final int MAX_FILTERS = 10;

    /**
     * @throws ApiError 404 {@code InvalidFilterKey.NotFound} or {@code InvalidFilterValue}
     */
    static TimeFilter of(Parameters parameters) throws ApiError {
        TimeFilter filter = new TimeFilter(Instant.MIN, Instant.MAX);
        for (int i = 1; i <= MAX_FILTERS; i++) {
            String key = parameters.find("Filter." + i + ".Key").orElse("");
            if (!key.isEmpty()) {
                filter = filter.with(
                        key, moment(parameters.find("Filter." + i + ".Value").orElse("")));
            }
        }
        return filter;
    }

    boolean includes(Instant created) {
        return !created.isBefore(earliest) && !created.isAfter(latest);
    }

    private TimeFilter with(String key, Instant moment) throws ApiError {
        return switch (key) {
            case "CreationStartTime" -> new TimeFilter(moment, latest);
            case "CreationEndTime" -> new TimeFilter(earliest, moment);
            default -> throw new ApiError(404, "InvalidFilterKey.NotFound", "The specified Filter Key is not found.");
        };
    }

    private static Instant moment(String value) throws ApiError {
        // The vendor's filters have no seconds.
        String full = value.matches(".*T\\d\\d:\\d\\dZ") ? value.replace("Z", ":00Z") : value;
        try {
            return Instant.parse(full);
        } catch (DateTimeParseException notATime) {
            throw new ApiError(404, "InvalidFilterValue", "The specified Filter Value is not valid.");
        }
    }
}

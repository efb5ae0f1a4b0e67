package dev.shareimage.sandbox.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Checks the time of a request, which may be wrong by at most 15 minutes (vendor documentation, common parameters). */
final class Timestamps {

    /** How far a client's clock may be off. */
    static final Duration SKEW = Duration.ofMinutes(15);

    private Timestamps() {}

    /**
     * @throws ApiError 400 {@code InvalidTimeStamp.Format} or {@code InvalidTimeStamp.Expired}
     */
    static void check(String timestamp, Instant now) throws ApiError {
        Instant sent = parse(timestamp);
        if (Duration.between(sent, now).abs().compareTo(SKEW) > 0) {
            throw new ApiError(400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");
        }
    }

    private static Instant parse(String timestamp) throws ApiError {
        try {
            if (timestamp.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ")) {
                return Instant.parse(timestamp);
            }
        } catch (DateTimeParseException noSuchDay) {
            // It is refused below, like any other text.
        }
        throw new ApiError(400, "InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted.");
    }
}

package dev.shareimage.cli.view;

import dev.shareimage.domain.Messages;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** The age of a time, in the largest unit that fits. */
final class Age {

    private static final long DAYS_OF_MONTH = 30;
    private static final long DAYS_OF_YEAR = 365;

    private Age() {}

    /** The age of a time in ISO 8601. Returns the text itself if it is not a time, or if it is in the future. */
    static String of(String time, Instant now, Messages words) {
        Instant then;
        try {
            then = Instant.parse(time);
        } catch (DateTimeException e) {
            return time;
        }
        Duration age = Duration.between(then, now);
        if (age.toMinutes() < -1) {
            return time;
        }
        long days = age.toDays();
        if (days >= DAYS_OF_YEAR) {
            return words.get("age.years", days / DAYS_OF_YEAR);
        }
        if (days >= DAYS_OF_MONTH) {
            return words.get("age.months", days / DAYS_OF_MONTH);
        }
        if (days > 0) {
            return words.get("age.days", days);
        }
        if (age.toHours() > 0) {
            return words.get("age.hours", age.toHours());
        }
        return age.toMinutes() > 0 ? words.get("age.minutes", age.toMinutes()) : words.get("age.now");
    }
}

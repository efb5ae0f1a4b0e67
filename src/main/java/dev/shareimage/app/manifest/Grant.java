package dev.shareimage.app.manifest;

import dev.shareimage.app.TargetQuery;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Some who are to have an image, and how long.
 *
 * @param until the last day, to its end in UTC; null for no end
 */
public record Grant(TargetQuery targets, @Nullable LocalDate until) {

    /** Whether it holds on a day. */
    boolean holdsOn(LocalDate day) {
        return until == null || !day.isAfter(until);
    }
}

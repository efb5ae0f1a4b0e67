package dev.shareimage.app.manifest;

import dev.shareimage.app.TargetQuery;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Targets that must have an image, and the last day of their shares.
 *
 * @param until the last day, up to its end in UTC, or null
 */
public record Grant(TargetQuery targets, @Nullable LocalDate until) {

    /** Whether the targets must have the image on a day. */
    boolean holdsOn(LocalDate day) {
        return until == null || !day.isAfter(until);
    }
}

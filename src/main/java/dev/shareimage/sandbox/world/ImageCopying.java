package dev.shareimage.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The copying of an image from another one.
 *
 * @param sourceRegion the region of the source image
 * @param sourceId the id of the source image
 * @param clientToken the token of the call, or null; a repetition with it returns the same image
 * @param request the parameters of the call, as text to compare
 * @param starts the time when the copying begins; it waits until then
 * @param ends the time when it ends
 * @param fails whether it ends with {@code CreateFailed}
 */
public record ImageCopying(
        String sourceRegion,
        String sourceId,
        @Nullable String clientToken,
        String request,
        Instant starts,
        Instant ends,
        boolean fails) {

    /** The stored status of a copied image, also before and after the copying. */
    public static final String CREATING = "Creating";

    private static final int WHOLE = 100;

    /** {@code Waiting}, {@code Creating}, {@code Available} or {@code CreateFailed}. */
    public String statusAt(Instant now) {
        if (now.isBefore(starts)) {
            return "Waiting";
        }
        if (now.isBefore(ends)) {
            return CREATING;
        }
        return fails ? "CreateFailed" : "Available";
    }

    /** The progress at a moment, from 0 to 100. */
    public int percentAt(Instant now) {
        if (!now.isAfter(starts)) {
            return now.isBefore(ends) ? 0 : WHOLE;
        }
        if (!now.isBefore(ends)) {
            return WHOLE;
        }
        return (int) (Duration.between(starts, now).toMillis()
                * WHOLE
                / Math.max(1, Duration.between(starts, ends).toMillis()));
    }

    public boolean isOverAt(Instant now) {
        return !now.isBefore(ends);
    }
}

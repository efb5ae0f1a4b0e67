package dev.shareimage.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an image came or comes from another one.
 *
 * @param sourceRegion where the other image is
 * @param sourceId its id
 * @param clientToken what the call named, so that a repetition gives the same image, or null
 * @param request the parameters of the call, as text to compare
 * @param starts when the copying begins: until then it waits for its turn
 * @param ends when it is over
 * @param fails whether it ends without an image that can be used
 */
public record ImageCopying(
        String sourceRegion,
        String sourceId,
        @Nullable String clientToken,
        String request,
        Instant starts,
        Instant ends,
        boolean fails) {

    /** The status of an image that is being copied; as it is stored, also before and after. */
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

    /** How much is copied at a moment: 0 to 100. */
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

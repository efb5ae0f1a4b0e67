package dev.shareimage.app.verify;

import dev.shareimage.app.Failure;
import dev.shareimage.app.Status;
import dev.shareimage.cloud.CallCount;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.RegionId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether images can be launched by who has received them.
 *
 * @param account the recipient's, or null when it was not reached
 * @param checks of the owner's half first, where it was looked at
 * @param failure why not, or why it could not be told; null when nothing stands in the way
 */
public record Verification(
        Status status,
        RegionId region,
        @Nullable AccountId account,
        List<Diagnosis> checks,
        List<VerifiedImage> images,
        CallCount calls,
        @Nullable Failure failure) {

    public Verification {
        checks = List.copyOf(checks);
        images = List.copyOf(images);
    }

    /** Whether a check failed. */
    public boolean blocked() {
        return checks.stream().anyMatch(check -> check.finding().failed());
    }

    /** The same with what was found before, and the calls that it took. */
    public Verification behind(List<Diagnosis> earlier, CallCount others) {
        return new Verification(
                status,
                region,
                account,
                Stream.concat(earlier.stream(), checks.stream()).toList(),
                images,
                new CallCount(calls.made() + others.made(), calls.retried() + others.retried()),
                failure);
    }
}

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
 * Whether the recipient can launch images.
 *
 * @param region the region, or null if the images are in several
 * @param account the recipient's account, or null if it could not be read
 * @param checks the findings, those of the owner's side first
 * @param failure why they cannot be launched, or why that is not known; null if nothing prevents it
 */
public record Verification(
        Status status,
        @Nullable RegionId region,
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

    /**
     * The results of several regions as one.
     *
     * @param parts at least one; the last one has counted all calls
     */
    public static Verification together(List<Verification> parts) {
        Verification last = parts.get(parts.size() - 1);
        List<Verification> failed =
                parts.stream().filter(part -> part.failure() != null).toList();
        Verification worst = failed.stream()
                .filter(Verification::blocked)
                .findFirst()
                .orElse(failed.isEmpty() ? last : failed.get(0));
        return parts.size() == 1
                ? last
                : new Verification(
                        worst.status(),
                        null,
                        last.account(),
                        parts.stream()
                                .flatMap(part -> part.checks().stream())
                                .distinct()
                                .toList(),
                        parts.stream().flatMap(part -> part.images().stream()).toList(),
                        last.calls(),
                        worst.failure());
    }

    /** The same result, with the reason why there may be more images. An earlier failure takes precedence. */
    public Verification unless(@Nullable Failure unread) {
        return failure != null || unread == null
                ? this
                : new Verification(Status.PARTIAL, region, account, checks, images, calls, unread);
    }

    /** The same result with the earlier findings, and the number of calls. */
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

package dev.shareimage.app.report;

import dev.shareimage.app.report.AccessReport.ReportedImage;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the file of exceptions: an accepted finding.
 *
 * @param finding the kind of finding
 * @param owner the account that owns the images, or null for any; the three below are null for any too
 * @param image an id, or {@code REGION:IMAGE}
 * @param target an account, directory or folder
 * @param until the last day on which it counts
 */
public record AcceptedRisk(
        String finding,
        @Nullable String owner,
        @Nullable String image,
        @Nullable String target,
        @Nullable String key,
        String reason,
        LocalDate until) {

    /** Whether the exception applies to a finding. */
    boolean covers(String id, String ofOwner, @Nullable String ofTarget, @Nullable String ofKey) {
        return finding.equals(id)
                && (owner == null || owner.equals(ofOwner))
                && (target == null || target.equals(ofTarget))
                && (key == null || key.equals(ofKey));
    }

    /** Whether the exception applies to an image. */
    boolean covers(ReportedImage of) {
        return image == null || image.equals(of.id().value()) || image.equals(of.text());
    }

    boolean isExpired(LocalDate today) {
        return today.isAfter(until);
    }
}

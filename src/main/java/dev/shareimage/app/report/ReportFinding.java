package dev.shareimage.app.report;

import dev.shareimage.app.report.AccessReport.ReportedImage;
import dev.shareimage.domain.AccountId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding: something that needs attention.
 *
 * @param id the kind, such as {@code not-trusted}
 * @param owner the account that owns the images
 * @param target the target, or null
 * @param key the key, or null
 * @param images the images; empty if the finding concerns only the role
 * @param fix what to do, as a command if there is one, or null
 * @param accepted the exception, or null
 */
public record ReportFinding(
        String id,
        Level level,
        AccountId owner,
        @Nullable String target,
        @Nullable String key,
        List<ReportedImage> images,
        String message,
        @Nullable String fix,
        @Nullable Acceptance accepted) {

    public ReportFinding {
        images = List.copyOf(images);
    }

    /** The severity. */
    public enum Level {
        FAIL("fail"),
        WARN("warn"),
        NOT_CHECKED("not-checked");

        private final String label;

        Level(String label) {
            this.label = label;
        }

        /** The word in JSON. */
        public String label() {
            return label;
        }
    }

    /**
     * The exception for a finding.
     *
     * @param until the last day of the exception
     * @param expired whether the last day is over, so that the finding counts again
     */
    public record Acceptance(String reason, LocalDate until, boolean expired) {}

    /** Whether no exception is in force. */
    public boolean isOpen() {
        return accepted == null || accepted.expired();
    }

    /** Whether it counts for the exit code: it is open, and a problem rather than an unknown state. */
    public boolean counts() {
        return isOpen() && level != Level.NOT_CHECKED;
    }
}

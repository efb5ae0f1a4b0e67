package dev.shareimage.app.report;

import dev.shareimage.app.report.AccessReport.ReportedImage;
import dev.shareimage.domain.AccountId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody should look at.
 *
 * @param id what kind it is, such as {@code not-trusted}
 * @param owner the account whose images it is about
 * @param target whom it is about, or null
 * @param key the key that it is about, or null
 * @param images which it is about; empty where it is about the role alone
 * @param fix what to do, as a command where there is one; null where nothing can be proposed
 * @param accepted who says that it may stay so, or null
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

    /** How bad it is. */
    public enum Level {
        FAIL("fail"),
        WARN("warn"),
        NOT_CHECKED("not-checked");

        private final String label;

        Level(String label) {
            this.label = label;
        }

        /** As it stands in JSON. */
        public String label() {
            return label;
        }
    }

    /**
     * Why it may stay so.
     *
     * @param until the last day on which that counts
     * @param expired whether that day is over, so that the finding counts again
     */
    public record Acceptance(String reason, LocalDate until, boolean expired) {}

    /** Whether somebody still has to look at it. */
    public boolean isOpen() {
        return accepted == null || accepted.expired();
    }

    /** Whether it counts for the exit code: it is open, and something is wrong rather than unknown. */
    public boolean counts() {
        return isOpen() && level != Level.NOT_CHECKED;
    }
}

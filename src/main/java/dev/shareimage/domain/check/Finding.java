package dev.shareimage.domain.check;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The result of one check of one thing.
 *
 * @param message one sentence that names the thing
 * @param fix what to do, if possible as a command; always set if the status is {@code FAIL}
 */
public record Finding(
        CheckId id,
        CheckStatus status,
        String message,
        @Nullable String fix) {

    /**
     * The order of the checks. It is no comparator of the JDK's factories, because no archive of classes contains those,
     * so each start would link them.
     */
    public static final Comparator<Finding> BY_CHECK = (one, other) -> one.id.compareTo(other.id);

    public Finding {
        if (status == CheckStatus.FAIL && fix == null) {
            throw new IllegalArgumentException("a failed check has a fix: " + id.label());
        }
    }

    public static Finding pass(CheckId id, String message) {
        return new Finding(id, CheckStatus.PASS, message, null);
    }

    public static Finding warn(CheckId id, String message, @Nullable String fix) {
        return new Finding(id, CheckStatus.WARN, message, fix);
    }

    public static Finding fail(CheckId id, String message, String fix) {
        return new Finding(id, CheckStatus.FAIL, message, fix);
    }

    public static Finding notChecked(CheckId id, String message, @Nullable String fix) {
        return new Finding(id, CheckStatus.NOT_CHECKED, message, fix);
    }

    /** Returns a failure as a warning, because the cloud makes the final decision. */
    public Finding warned() {
        return failed() ? warn(id, message, fix) : this;
    }

    public boolean failed() {
        return status == CheckStatus.FAIL;
    }
}

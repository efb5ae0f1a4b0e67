package dev.shareimage.domain.check;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The result of one check of one thing.
 *
 * @param message one sentence that names the thing
 * @param fix what to do, if possible as a command; always set if the verdict is {@code FAIL}
 */
public record Finding(
        CheckId id,
        Verdict verdict,
        String message,
        @Nullable String fix) {

    /**
     * By what was checked. Comparators that the JDK puts together are linked anew at every start, because no archive of
     * classes holds them.
     */
    public static final Comparator<Finding> BY_CHECK = (one, other) -> one.id.compareTo(other.id);

    public Finding {
        if (verdict == Verdict.FAIL && fix == null) {
            throw new IllegalArgumentException("a failed check has a fix: " + id.label());
        }
    }

    public static Finding pass(CheckId id, String message) {
        return new Finding(id, Verdict.PASS, message, null);
    }

    public static Finding warn(CheckId id, String message, @Nullable String fix) {
        return new Finding(id, Verdict.WARN, message, fix);
    }

    public static Finding fail(CheckId id, String message, String fix) {
        return new Finding(id, Verdict.FAIL, message, fix);
    }

    public static Finding notChecked(CheckId id, String message, @Nullable String fix) {
        return new Finding(id, Verdict.NOT_CHECKED, message, fix);
    }

    /** Returns a failure as a warning, because the cloud makes the final decision. */
    public Finding warned() {
        return failed() ? warn(id, message, fix) : this;
    }

    public boolean failed() {
        return verdict == Verdict.FAIL;
    }
}

package dev.shareimage.app;

import java.util.Locale;

/** The result for one target of one image. */
public enum TargetStatus {
    SHARED,
    ALREADY_SHARED,
    UNSHARED,
    /** The target was to be removed but did not have the image. */
    NOT_SHARED,
    /** The cloud has not finished yet. */
    PENDING,
    PLANNED,
    /** The manifest does not name the target, so it will be removed. */
    PLANNED_REMOVAL,
    FAILED,
    /** An earlier step failed, or the run ended early. */
    NOT_TRIED;

    /** Whether everything that was requested for this target is done. */
    public boolean isDone() {
        return switch (this) {
            case SHARED, ALREADY_SHARED, UNSHARED, NOT_SHARED -> true;
            case PENDING, PLANNED, PLANNED_REMOVAL, FAILED, NOT_TRIED -> false;
        };
    }

    /** Whether a dry run shows what would be done for this target. */
    public boolean isPlanned() {
        return this == PLANNED || this == PLANNED_REMOVAL;
    }

    /** The name in JSON, such as {@code already-shared}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package dev.shareimage.app;

import java.util.Locale;

/** What became of one target of one image. */
public enum TargetStatus {
    SHARED,
    ALREADY_SHARED,
    UNSHARED,
    /** It was to be taken away and was not there. */
    NOT_SHARED,
    /** The cloud is still at it. */
    PENDING,
    PLANNED,
    /** A manifest does not name it, so it is to be taken away. */
    PLANNED_REMOVAL,
    FAILED,
    /** An earlier step failed or the run was cut off. */
    NOT_TRIED;

    /** Whether all that was asked for of this target is so now. */
    public boolean isDone() {
        return switch (this) {
            case SHARED, ALREADY_SHARED, UNSHARED, NOT_SHARED -> true;
            case PENDING, PLANNED, PLANNED_REMOVAL, FAILED, NOT_TRIED -> false;
        };
    }

    /** As it stands in JSON, such as {@code already-shared}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

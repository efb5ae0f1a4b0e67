package dev.shareimage.domain.trust;

/**
 * For which of the accounts that a target stands for something holds. A directory or folder stands for every account that
 * lies in it, now or later.
 */
enum Extent {
    ALL,
    NONE,
    /** Not for all of them, and perhaps for none. */
    PART,
    UNKNOWN;

    static Extent of(boolean holds) {
        return holds ? ALL : NONE;
    }

    Extent and(Extent other) {
        if (this == NONE || other == NONE) {
            return NONE;
        }
        if (this == PART || other == PART) {
            return PART;
        }
        return this == UNKNOWN ? UNKNOWN : other;
    }

    /** Parts do not add up to all: an account that joins later may lie in none of them. */
    Extent or(Extent other) {
        if (this == ALL || other == ALL) {
            return ALL;
        }
        if (this == UNKNOWN || other == UNKNOWN) {
            return UNKNOWN;
        }
        return this == NONE ? other : this;
    }

    Extent not() {
        return switch (this) {
            case ALL -> NONE;
            case NONE -> ALL;
            case PART, UNKNOWN -> UNKNOWN;
        };
    }
}

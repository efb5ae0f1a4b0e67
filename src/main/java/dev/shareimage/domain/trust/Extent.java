package dev.shareimage.domain.trust;

/**
 * The part of a target's accounts that something applies to. A directory or folder stands for every account in it, now or
 * later.
 */
enum Extent {
    ALL,
    NONE,
    /** Not to all of them, and perhaps to none. */
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

    /** The union. Several parts do not add up to all: an account that joins later may be in none of them. */
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

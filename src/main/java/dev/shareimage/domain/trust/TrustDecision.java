package dev.shareimage.domain.trust;

import org.jspecify.annotations.Nullable;

/** Whether the trust lets a target use the owner's keys, and why. A target is trusted only where that is known. */
public enum TrustDecision {
    TRUSTED(true),
    /** No statement allows it, to all accounts that the target stands for. */
    NOT_COVERED(false),
    /** A statement denies it for certain: to the target, or to a member that lies in it now. */
    DENIED(false),
    /** A statement allows it, and one may deny it. */
    MAY_BE_DENIED(null),
    /** A statement may allow it: where the target lies is not known, or a condition is none that can be judged. */
    MAY_BE_COVERED(null);

    private final @Nullable Boolean trusted;

    TrustDecision(@Nullable Boolean trusted) {
        this.trusted = trusted;
    }

    /** Null where it cannot be known. */
    public @Nullable Boolean trusted() {
        return trusted;
    }

    static TrustDecision of(Extent allowed, Extent denied) {
        if (denied == Extent.ALL) {
            return DENIED;
        }
        return switch (allowed) {
            case NONE, PART -> NOT_COVERED;
            case UNKNOWN -> MAY_BE_COVERED;
            case ALL -> denied == Extent.NONE ? TRUSTED : MAY_BE_DENIED;
        };
    }
}

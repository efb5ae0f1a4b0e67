package dev.shareimage.domain.trust;

import org.jspecify.annotations.Nullable;

/** Whether the trust policy lets a target use the owner's keys, and why. A target is trusted only if that is known. */
public enum TrustDecision {
    TRUSTED(true),
    /** No statement allows all accounts of the target. */
    NOT_COVERED(false),
    /** A statement certainly denies the target, or a present member of it. */
    DENIED(false),
    /** One statement allows it, and another one may deny it. */
    MAY_BE_DENIED(null),
    /** A statement may allow it: the target's directory is not known, or a condition cannot be evaluated. */
    MAY_BE_COVERED(null);

    private final @Nullable Boolean trusted;

    TrustDecision(@Nullable Boolean trusted) {
        this.trusted = trusted;
    }

    /** Whether the target is trusted; null if that is not known. */
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

package dev.shareimage.app.report;

import dev.shareimage.domain.trust.TrustDecision;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a recipient can use an image, as far as the owner's role decides it, and the reason. */
public enum TrustState {
    TRUSTED("trusted", true),
    /** The image is not encrypted, so nobody needs the key. */
    NOT_NEEDED("not-needed", null),
    NOT_COVERED("not-covered", false),
    DENIED("denied", false),
    NO_ROLE("no-role", false),
    /** The role has no permission policy, so nobody can use a key through it. */
    NO_POLICY("no-policy", false),
    MAY_BE_DENIED("may-be-denied", null),
    MAY_BE_COVERED("may-be-covered", null),
    /** The role or its trust policy could not be read. */
    UNREAD("unread", null);

    private final String label;
    private final @Nullable Boolean trusted;

    TrustState(String label, @Nullable Boolean trusted) {
        this.label = label;
        this.trusted = trusted;
    }

    /** The word in JSON and CSV. */
    public String label() {
        return label;
    }

    /** The value of {@code trusted} in the list of shares: null if it is unknown or does not matter. */
    public @Nullable Boolean trusted() {
        return trusted;
    }

    /** Whether it is unknown. */
    public boolean isOpen() {
        return trusted == null && this != NOT_NEEDED;
    }

    /** Converts a decision about the trust policy. */
    public static TrustState of(TrustDecision decision) {
        return switch (decision) {
            case TRUSTED -> TRUSTED;
            case NOT_COVERED -> NOT_COVERED;
            case DENIED -> DENIED;
            case MAY_BE_DENIED -> MAY_BE_DENIED;
            case MAY_BE_COVERED -> MAY_BE_COVERED;
        };
    }

    static Optional<TrustState> labeled(String label) {
        return Arrays.stream(values())
                .filter(state -> state.label.equals(label))
                .findFirst();
    }
}

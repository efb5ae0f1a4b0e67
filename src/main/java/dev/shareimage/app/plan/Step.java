package dev.shareimage.app.plan;

import dev.shareimage.cloud.AttachedPolicy;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.List;

/** One change that a plan makes. */
public sealed interface Step {

    /** What kind of change a person sees. */
    enum Symbol {
        ADD("+"),
        CHANGE("~"),
        REMOVE("-");

        private final String sign;

        Symbol(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    Symbol symbol();

    /** Whether somebody loses an image or the key. */
    default boolean takesAway() {
        return symbol() == Symbol.REMOVE;
    }

    /**
     * Creates the role, born with this trust.
     *
     * @param targets whom that trusts, in case another run creates the role first; empty for the own account
     */
    record CreateRole(String roleName, TrustPolicy trust, List<ShareTarget> targets) implements Step {
        public CreateRole {
            targets = List.copyOf(targets);
        }

        @Override
        public Symbol symbol() {
            return Symbol.ADD;
        }
    }

    /** Attaches a policy to the role. */
    record AttachPolicy(String roleName, AttachedPolicy policy) implements Step {
        @Override
        public Symbol symbol() {
            return Symbol.ADD;
        }
    }

    /**
     * Changes who the role trusts.
     *
     * @param before as it was read
     * @param after as it will be, unless others write in between: then their changes are merged
     */
    record ChangeTrust(String roleName, TrustChange change, TrustPolicy before, TrustPolicy after) implements Step {
        @Override
        public Symbol symbol() {
            return Symbol.CHANGE;
        }

        @Override
        public boolean takesAway() {
            return !after.addedBy(before).isEmpty();
        }
    }

    /** Gives an image to targets. */
    record ShareImage(ImageId image, List<ShareTarget> targets) implements Step {
        public ShareImage {
            targets = List.copyOf(targets);
        }

        @Override
        public Symbol symbol() {
            return Symbol.ADD;
        }
    }

    /** Takes an image away from targets. */
    record UnshareImage(ImageId image, List<ShareTarget> targets) implements Step {
        public UnshareImage {
            targets = List.copyOf(targets);
        }

        @Override
        public Symbol symbol() {
            return Symbol.REMOVE;
        }
    }
}

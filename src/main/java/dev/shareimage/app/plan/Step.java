package dev.shareimage.app.plan;

import dev.shareimage.cloud.AttachedPolicy;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One change of a plan. */
public sealed interface Step {

    /** The kind of change, as shown to people. */
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
     * Creates the role with this trust.
     *
     * @param targets the targets that the trust is for, in case another run creates the role first; empty for the own
     *     account
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
     * Changes whom the role trusts.
     *
     * @param before the policy as it was read
     * @param after the policy after the change, unless others write in between; then their changes are merged
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

    /**
     * Makes a copy of an image in another region, and shares it with targets as soon as it is complete.
     *
     * @param key the key of the copy; null for a copy that was already started
     * @param name the name of the copy
     */
    record CopyImage(
            ImageRef source, RegionId region, @Nullable KeyId key, String name, List<ShareTarget> targets)
            implements Step {
        public CopyImage {
            targets = List.copyOf(targets);
        }

        @Override
        public Symbol symbol() {
            return Symbol.ADD;
        }
    }

    /** Shares an image with targets. */
    record ShareImage(ImageRef image, List<ShareTarget> targets) implements Step {
        public ShareImage {
            targets = List.copyOf(targets);
        }

        @Override
        public Symbol symbol() {
            return Symbol.ADD;
        }
    }

    /** Unshares an image from targets. */
    record UnshareImage(ImageRef image, List<ShareTarget> targets) implements Step {
        public UnshareImage {
            targets = List.copyOf(targets);
        }

        @Override
        public Symbol symbol() {
            return Symbol.REMOVE;
        }
    }
}

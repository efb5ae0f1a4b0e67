package dev.shareimage.app.plan;

import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.List;

/** A change of the trust policy that can be made again on a newer version of it. */
public sealed interface TrustChange {

    /** The policy after the change; the same object when it holds already. */
    TrustPolicy apply(TrustPolicy policy);

    /** Trusts these too. */
    record Add(List<ShareTarget> targets) implements TrustChange {

        public Add {
            targets = List.copyOf(targets);
        }

        @Override
        public TrustPolicy apply(TrustPolicy policy) {
            return policy.with(targets);
        }
    }

    /**
     * No longer trusts these.
     *
     * @param owner who is trusted when nobody else is left, as the console has it: the cloud may refuse an empty policy
     */
    record Remove(List<ShareTarget> targets, AccountId owner) implements TrustChange {
        public Remove {
            targets = List.copyOf(targets);
        }

        @Override
        public TrustPolicy apply(TrustPolicy policy) {
            TrustPolicy rest = policy.without(targets);
            return rest.isEmpty() ? TrustPolicy.ofOwnAccount(owner) : rest;
        }
    }

    /** Trusts exactly these. */
    record Replace(TrustPolicy replacement) implements TrustChange {
        @Override
        public TrustPolicy apply(TrustPolicy policy) {
            return policy.equals(replacement) ? policy : replacement;
        }
    }
}

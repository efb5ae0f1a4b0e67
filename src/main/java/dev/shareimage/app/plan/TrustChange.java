package dev.shareimage.app.plan;

import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.DirectoryMembers;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.List;

/** A change of the trust policy. It can be applied again to a newer policy. */
public sealed interface TrustChange {

    /** Applies the change. Returns the same object if the policy already has it. */
    TrustPolicy apply(TrustPolicy policy);

    /** Whether the policy already has the change. */
    default boolean isIn(TrustPolicy policy) {
        return apply(policy).equals(policy);
    }

    /**
     * Trusts these targets too.
     *
     * @param membership the known members of the directory, which may be trusted already
     */
    record Add(List<ShareTarget> targets, DirectoryMembers membership) implements TrustChange {

        public Add {
            targets = List.copyOf(targets);
        }

        /** Trusts each target with its own statement, whatever directory it is in. */
        public Add(List<ShareTarget> targets) {
            this(targets, DirectoryMembers.unknown());
        }

        @Override
        public TrustPolicy apply(TrustPolicy policy) {
            return policy.with(targets, membership);
        }
    }

    /**
     * Stops trusting these targets.
     *
     * @param owner the account that is trusted if the last statement is removed, as the console does, because the
     *     cloud may refuse an empty policy
     * @param named whether the user named the targets, so that conditional statements of others lose them too
     */
    record Remove(List<ShareTarget> targets, AccountId owner, boolean named) implements TrustChange {
        public Remove {
            targets = List.copyOf(targets);
        }

        @Override
        public TrustPolicy apply(TrustPolicy policy) {
            TrustPolicy rest = named ? policy.without(targets) : policy.withoutOwnForms(targets);
            return rest.isEmpty() && !policy.isEmpty() ? rest.withOwnAccount(owner) : rest;
        }
    }

    /** Trusts exactly these targets. */
    record Replace(TrustPolicy replacement) implements TrustChange {
        @Override
        public TrustPolicy apply(TrustPolicy policy) {
            return policy.equals(replacement) ? policy : replacement;
        }
    }
}

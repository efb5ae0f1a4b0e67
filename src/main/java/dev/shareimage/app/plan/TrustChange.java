package dev.shareimage.app.plan;

import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.DirectoryMembers;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.List;

/** A change of the trust policy that can be made again on a newer version of it. */
public sealed interface TrustChange {

    /** The policy after the change; the same object when it holds already. */
    TrustPolicy apply(TrustPolicy policy);

    /**
     * Trusts these too.
     *
     * @param membership what is known of who lies where: members may be trusted already
     */
    record Add(List<ShareTarget> targets, DirectoryMembers membership) implements TrustChange {

        public Add {
            targets = List.copyOf(targets);
        }

        /** Trusts each by a statement of its own, wherever it lies. */
        public Add(List<ShareTarget> targets) {
            this(targets, DirectoryMembers.unknown());
        }

        @Override
        public TrustPolicy apply(TrustPolicy policy) {
            return policy.with(targets, membership);
        }
    }

    /**
     * No longer trusts these.
     *
     * @param owner who is trusted when nobody else is left, as the console has it: the cloud may refuse an empty policy
     * @param named whether somebody asked for exactly that, so that statements with conditions of others lose them too
     */
    record Remove(List<ShareTarget> targets, AccountId owner, boolean named) implements TrustChange {
        public Remove {
            targets = List.copyOf(targets);
        }

        @Override
        public TrustPolicy apply(TrustPolicy policy) {
            TrustPolicy rest = named ? policy.without(targets) : policy.withoutOwnForms(targets);
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

package dev.shareimage.domain.trust;

import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.ShareTarget;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The service principals of ECS: {@code UID@ecs.aliyuncs.com} for one account, {@code *@ecs.aliyuncs.com} for any. */
public final class Principals {

    static final String EVERY_ACCOUNT = "*@ecs.aliyuncs.com";
    static final String ECS = "@ecs.aliyuncs.com";

    private Principals() {}

    /** The ECS service that acts for the account. */
    public static String of(AccountId account) {
        return account.value() + ECS;
    }

    /** The accounts among the targets, each once. */
    static List<AccountId> accounts(Collection<? extends ShareTarget> targets) {
        return targets.stream()
                .filter(ShareTarget.Account.class::isInstance)
                .map(target -> ((ShareTarget.Account) target).account())
                .distinct()
                .toList();
    }

    /** The principals of the accounts among the targets. */
    static Set<String> of(Collection<? extends ShareTarget> targets) {
        Set<String> principals = new HashSet<>();
        accounts(targets).forEach(account -> principals.add(of(account)));
        return principals;
    }

    /** The account that a principal names; empty if it has another form. */
    static Optional<AccountId> account(String principal) {
        if (!principal.endsWith(ECS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AccountId(principal.substring(0, principal.length() - ECS.length())));
        } catch (InvalidValueException notAnAccount) {
            return Optional.empty();
        }
    }
}

package dev.shareimage.app.share;

import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ShareTarget;
import java.util.List;

/** Tells the two ways of sharing apart. */
final class Targets {

    private Targets() {}

    /** Those that get the image directly. */
    static List<AccountId> accounts(List<ShareTarget> targets) {
        return targets.stream()
                .filter(ShareTarget.Account.class::isInstance)
                .map(target -> ((ShareTarget.Account) target).account())
                .toList();
    }

    /** Those that get it through Resource Sharing. */
    static List<ShareTarget> groups(List<ShareTarget> targets) {
        return targets.stream()
                .filter(target -> !(target instanceof ShareTarget.Account))
                .toList();
    }
}

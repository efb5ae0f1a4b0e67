package dev.shareimage.app.checks;

import dev.shareimage.app.state.ImageState;
import dev.shareimage.cloud.Association;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ShareTarget;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The accounts that would have an image both directly and through a directory or folder. */
final class DoubleShares {

    private final ImageState image;
    private final Set<AccountId> accounts = new TreeSet<>();
    private final Set<ShareTarget> groups = new LinkedHashSet<>();
    private final Set<String> reached = new TreeSet<>();
    private final Set<String> unknown = new TreeSet<>();
    private boolean anew;

    DoubleShares(ImageState image, List<ShareTarget> targets, Membership membership) {
        this.image = image;
        accounts.addAll(image.sharedAccounts());
        image.liveTargets().stream()
                .map(Association::entityId)
                .map(ShareTarget::ofId)
                .forEach(groups::add);
        for (ShareTarget target : targets) {
            if (target instanceof ShareTarget.Account account) {
                accounts.add(account.account());
            } else if (groups.stream().noneMatch(group -> group.id().equals(target.id()))) {
                groups.add(target);
            }
        }
        List<ShareTarget> added = image.lackedBy(targets);
        for (ShareTarget group : groups) {
            for (AccountId account : accounts) {
                if (contains(added, group.id()) || contains(added, account.value())) {
                    anew = true;
                    note(membership.reaches(group, account), account);
                }
            }
        }
    }

    private static boolean contains(Collection<ShareTarget> targets, String id) {
        return targets.stream().anyMatch(target -> target.id().equals(id));
    }

    private void note(@Nullable Boolean reaches, AccountId account) {
        if (reaches == null) {
            unknown.add(account.value());
        } else if (reaches) {
            reached.add(account.value());
        }
    }

    ImageState image() {
        return image;
    }

    /** Whether the image is shared in both ways. */
    boolean isMixed() {
        return !accounts.isEmpty() && !groups.isEmpty();
    }

    /** Whether the new targets cause that. */
    boolean isMixedAnew() {
        return anew;
    }

    /** The accounts that are also in one of the directories and folders. */
    Set<String> reached() {
        return reached;
    }

    /** The accounts whose membership could not be read. */
    Set<String> unknown() {
        return unknown;
    }

    /** The directories and folders. */
    List<String> groups() {
        return groups.stream().map(ShareTarget::id).toList();
    }
}

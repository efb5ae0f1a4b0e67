package dev.shareimage.app.checks;

import static dev.shareimage.domain.check.CheckId.ACCOUNTS_VALID;
import static dev.shareimage.domain.check.CheckId.DIRECTORY;
import static dev.shareimage.domain.check.CheckId.DOUBLE_SHARE;
import static dev.shareimage.domain.check.CheckId.QUOTA;
import static dev.shareimage.domain.check.CheckId.SHARING_ENABLED;

import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.ObservedState;
import dev.shareimage.app.state.ObservedState.DirectoryState;
import dev.shareimage.app.state.ObservedState.Unresolved;
import dev.shareimage.app.state.Reason;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Directory.Member;
import dev.shareimage.cloud.Directory.Organization;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ShareTarget;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks whether the images may be shared with the targets. */
final class TargetChecks {

    /** The default limit of accounts for an image (vendor documentation, limits). */
    private static final int DEFAULT_QUOTA = 50;

    private final FindingCollector findings;
    private final ObservedState state;

    TargetChecks(FindingCollector findings, ObservedState state) {
        this.findings = findings;
        this.state = state;
    }

    /** Checks only the targets. */
    void checkAudience() {
        if (!state.accounts().isEmpty()) {
            checkAccounts();
        }
        checkResolved();
        if (state.directory() != null && !state.groups().isEmpty()) {
            checkDirectory(state.directory());
        }
    }

    /** Reports the requested targets that could not be resolved. */
    void checkResolved() {
        if (state.directory() != null) {
            state.directory().unresolved().forEach(this::unresolved);
        }
    }

    private void unresolved(Unresolved target) {
        if (target.folder().isEmpty()) {
            findings.fail(DIRECTORY, "none");
        } else {
            findings.fail(
                    DIRECTORY,
                    target.hidden() ? "hidden" : "unknown",
                    target.folder().get());
        }
    }

    /** Checks whether the image may be shared with the targets. */
    void checkImage(ImageState image, List<ShareTarget> targets) {
        if (image.found().isPresent()) {
            checkQuota(image, targets);
            checkDoubleShare(image, targets);
        }
    }

    private void checkAccounts() {
        Optional<AccountId> own = state.caller().known().map(caller -> caller.account());
        List<AccountId> accounts =
                state.accounts().stream().map(ShareTarget.Account::account).toList();
        accounts.stream()
                .filter(account -> own.filter(account::equals).isPresent())
                .forEach(account -> findings.fail(ACCOUNTS_VALID, "own", account));
        accounts.stream()
                .filter(account -> !account.hasUsualLength())
                .forEach(account -> findings.warn(
                        ACCOUNTS_VALID, "length", account, account.value().length()));
        if (accounts.stream()
                .allMatch(account ->
                        account.hasUsualLength() && own.filter(account::equals).isEmpty())) {
            findings.pass(ACCOUNTS_VALID, "valid", accounts.size());
        }
    }

    private void checkQuota(ImageState image, List<ShareTarget> targets) {
        List<ShareTarget.Account> accounts = ObservedState.accounts(targets);
        if (accounts.isEmpty()) {
            return;
        }
        if (image.shares().known().isEmpty()) {
            findings.notChecked(QUOTA, image.shares(), image.id());
            return;
        }
        Set<AccountId> holders = image.sharedAccounts();
        long present = holders.size();
        long added = accounts.stream()
                .filter(target -> !holders.contains(target.account()))
                .count();
        if (state.quota().known().isEmpty()) {
            CloudException failure = state.quota().failure();
            String reason = failure == null ? "" : Reason.code(failure);
            findings.notChecked(QUOTA, "unreadable", state.quota(), image.id(), present, added, DEFAULT_QUOTA, reason);
            return;
        }
        boolean listed = state.quota().known().get().isPresent();
        int limit = state.quota().known().get().orElse(DEFAULT_QUOTA);
        String suffix = listed ? "" : "-assumed";
        if (added > 0 && present + added > limit) {
            findings.fail(QUOTA, "exceeded" + suffix, image.id(), present, added, limit);
        } else {
            findings.pass(QUOTA, "enough" + suffix, image.id(), present, added, limit);
        }
    }

    /**
     * Checks for accounts that would have the image directly and through a directory. The documentation warns of
     * inconsistent data in that case. So accounts and directory targets may be mixed only if the accounts are known to
     * be outside of the directory. An image that is already shared both ways is accepted.
     */
    private void checkDoubleShare(ImageState image, List<ShareTarget> targets) {
        List<ShareTarget> groups = ObservedState.groups(targets);
        List<ShareTarget.Account> accounts = ObservedState.accounts(targets);
        if (!groups.isEmpty() && image.shares().known().isEmpty()) {
            findings.notChecked(DOUBLE_SHARE, image.shares(), image.id());
        } else if (!accounts.isEmpty() && image.resourceShares().known().isEmpty()) {
            findings.notChecked(DOUBLE_SHARE, image.resourceShares(), image.id());
        } else if (!targets.isEmpty()) {
            judge(new DoubleShares(image, targets, new Membership(state.directory())));
        }
    }

    private void judge(DoubleShares shares) {
        ImageId image = shares.image().id();
        CloudException failure =
                state.directory() == null ? null : state.directory().members().failure();
        if (!shares.reached().isEmpty()) {
            findings.fail(
                    DOUBLE_SHARE, "reached", image, join(shares.reached()), join(shares.groups()), state.region());
        } else if (!shares.unknown().isEmpty()) {
            String reason = failure == null ? "" : findings.inBrackets(Reason.code(failure));
            findings.fail(DOUBLE_SHARE, "unknown", image, shares.unknown().size(), join(shares.groups()), reason);
        } else if (shares.isMixed()) {
            findings.pass(DOUBLE_SHARE, shares.isMixedAnew() ? "apart" : "standing", image, join(shares.groups()));
        } else {
            findings.pass(DOUBLE_SHARE, "single", image);
        }
    }

    private static String join(Collection<String> ids) {
        return String.join(",", ids);
    }

    private void checkDirectory(DirectoryState directory) {
        if (directory.organization().known().isEmpty()) {
            findings.notCheckedDirectory(DIRECTORY, directory.organization());
        } else if (directory.organization().known().get().isEmpty()) {
            if (directory.unresolved().stream()
                    .allMatch(target -> target.folder().isPresent())) {
                findings.fail(DIRECTORY, "none");
            }
        } else {
            checkMembership(directory, directory.organization().known().get().get());
        }
        if (directory.sharingEnabled().known().isEmpty()) {
            findings.notCheckedDirectory(SHARING_ENABLED, directory.sharingEnabled());
        } else if (directory.sharingEnabled().known().get()) {
            findings.pass(SHARING_ENABLED, "enabled");
        } else {
            findings.fail(SHARING_ENABLED, "disabled");
        }
    }

    private void checkMembership(DirectoryState directory, Organization organization) {
        List<ShareTarget> foreign = state.groups().stream()
                .filter(target -> !directoryOf(target).equals(Optional.of(organization.id())))
                .toList();
        foreign.forEach(target -> findings.fail(DIRECTORY, "foreign", target.id(), organization.id()));
        if (foreign.isEmpty()) {
            state.groups().forEach(target -> reach(directory, target));
        }
    }

    private void reach(DirectoryState directory, ShareTarget target) {
        Optional<FolderPath> path = target instanceof ShareTarget.Folder folder ? folder.knownPath() : Optional.empty();
        boolean unproven = path.filter(directory.unproven()::contains).isPresent();
        CloudException failure = directory.members().failure();
        if (failure != null && unproven) {
            findings.notChecked(DIRECTORY, "unproven", path.get(), target.id(), Reason.code(failure));
        } else if (failure != null) {
            findings.notChecked(DIRECTORY, "members-unread", target.id(), Reason.code(failure));
        } else {
            List<Member> members = directory.members().known().orElse(List.of());
            reach(members, target, path.map(FolderPath::value).orElse(target.id()));
        }
    }

    /** Checks the path of a folder. A wrong path matches nobody, and only the recipients would notice. */
    private void reach(List<Member> members, ShareTarget target, String path) {
        long reached = members.stream()
                .filter(member -> member.path().startsWith(path + "/"))
                .count();
        Optional<String> truePath = members.stream()
                .flatMap(member -> prefixUpTo(member.path(), target.id()).stream())
                .findFirst();
        if (reached == 0 && truePath.filter(found -> !found.equals(path)).isPresent()) {
            findings.fail(DIRECTORY, "wrong-path", target.id(), path, truePath.get());
        } else {
            findings.pass(DIRECTORY, "reaches", target.id(), reached);
        }
    }

    /** The path {@code rd-1/r-1/fd-1} for the member's path {@code rd-1/r-1/fd-1/2000000000000002}. */
    private static Optional<String> prefixUpTo(String memberPath, String id) {
        int end = (memberPath + "/").indexOf("/" + id + "/");
        return end < 0 ? Optional.empty() : Optional.of(memberPath.substring(0, end + 1 + id.length()));
    }

    private static Optional<DirectoryId> directoryOf(ShareTarget target) {
        return target instanceof ShareTarget.Folder folder
                ? folder.knownPath().map(FolderPath::directory)
                : Optional.of(new DirectoryId(target.id()));
    }
}

package dev.shareimage.domain.trust;

import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ShareTarget;
import java.util.List;

/** Whether one statement lets the ECS service of a target assume the role, or keeps it from doing so. */
final class StatementMatcher {

    private StatementMatcher() {}

    /** Whether the statement allows it. */
    static boolean admits(Statement statement, ShareTarget target) {
        if (!statement.allows()) {
            return false;
        }
        if (statement.unconditional() && statement.namesEveryAccount()) {
            return true;
        }
        if (target instanceof ShareTarget.Account account) {
            return statement.unconditional() && statement.names(account.account());
        }
        return statement.namesEveryAccount() && admitsGroup(statement, target);
    }

    /** Whether the statement allows it to an account by its principal, or as the member that it is. */
    static boolean admitsMember(Statement statement, AccountId account, String path) {
        return admits(statement, new ShareTarget.Account(account))
                || (statement.allows() && statement.namesEveryAccount() && admitsPath(statement, path));
    }

    /** Whether the statement forbids it, whatever others allow. */
    static boolean denies(Statement statement, ShareTarget target) {
        boolean named = target instanceof ShareTarget.Account account && statement.names(account.account());
        return statement.denies() && (named || statement.namesEveryAccount());
    }

    private static boolean admitsGroup(Statement statement, ShareTarget target) {
        if (target instanceof ShareTarget.Folder folder) {
            return folder.knownPath()
                    .map(path -> admitsPath(statement, path.value() + "/"))
                    .orElseGet(() -> endsIn(statement.pathPatterns(), "/" + folder.id()));
        }
        return statement.directories().contains(target.id()) || anyPattern(statement, target.id() + "/");
    }

    private static boolean endsIn(List<String> patterns, String folder) {
        return patterns.stream().anyMatch(pattern -> pattern.endsWith(folder + "*") || pattern.endsWith(folder + "/*"));
    }

    private static boolean admitsPath(Statement statement, String path) {
        String directory = path.substring(0, Math.max(0, path.indexOf('/')));
        return statement.directories().contains(directory) || anyPattern(statement, path);
    }

    private static boolean anyPattern(Statement statement, String path) {
        return statement.pathPatterns().stream()
                .anyMatch(pattern ->
                        pattern.endsWith("*") && path.startsWith(pattern.substring(0, pattern.length() - 1)));
    }
}

package dev.shareimage.domain.trust;

import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.ShareTarget;
import java.util.Map;
import java.util.Optional;

/** Tells whether a single statement allows or denies the ECS service that acts for the accounts of a target. */
final class StatementMatcher {

    private final ShareTarget target;
    private final DirectoryMembers membership;
    private final Map<String, KnownText> known;

    StatementMatcher(ShareTarget target, DirectoryMembers membership) {
        this.target = target;
        this.membership = membership;
        this.known = target instanceof ShareTarget.Account account
                ? ofAccount(account.account(), membership)
                : ofDirectory(target);
    }

    /** The part of the target's accounts that the statement allows. */
    Extent allowed(IndexedStatement statement) {
        return statement.statement().hasEffect("Allow").and(applies(statement));
    }

    /** The part of the target's accounts that the statement denies. A denial outweighs what other statements allow. */
    Extent denied(IndexedStatement statement) {
        return statement.statement().hasEffect("Deny").and(applies(statement));
    }

    private Extent applies(IndexedStatement indexed) {
        Statement statement = indexed.statement();
        return statement
                .concernsAssumeRole()
                .and(principal(indexed))
                .and(statement.understood() ? Extent.ALL : Extent.UNKNOWN)
                .and(Conditions.hold(statement.node().path("Condition"), known));
    }

    /** Whether the principal matches. Statements without one, or with {@code NotPrincipal}, are not documented. */
    private Extent principal(IndexedStatement indexed) {
        Statement statement = indexed.statement();
        if (statement.node().path("Principal").isMissingNode()) {
            return Extent.UNKNOWN;
        }
        Extent any = statement.namesEverybody() ? Extent.UNKNOWN : Extent.NONE;
        return any.or(service(indexed));
    }

    /** Whether a service principal matches. It is not known whether the cloud evaluates undocumented wildcards. */
    private Extent service(IndexedStatement indexed) {
        if (indexed.services().contains(Principals.EVERY_ACCOUNT)) {
            return Extent.ALL;
        }
        if (target instanceof ShareTarget.Account account) {
            String own = Principals.of(account.account());
            boolean may = indexed.patterns().stream().anyMatch(pattern -> new Glob(pattern).matches(own));
            return indexed.services().contains(own) ? Extent.ALL : may ? Extent.UNKNOWN : Extent.NONE;
        }
        return indexed.services().stream().map(this::ofGroup).reduce(Extent.NONE, Extent::or);
    }

    private Extent ofGroup(String service) {
        Optional<AccountId> account = Principals.account(service);
        if (account.isPresent()) {
            return membership.mayLieIn(account.get(), target) ? Extent.PART : Extent.NONE;
        }
        Glob glob = new Glob(service);
        boolean may =
                glob.hasWildcard() && (service.endsWith(Principals.ECS) || glob.matches(Principals.EVERY_ACCOUNT));
        return may ? Extent.UNKNOWN : Extent.NONE;
    }

    private static Map<String, KnownText> ofAccount(AccountId account, DirectoryMembers membership) {
        return known(membership.directoryOf(account), membership.pathOf(account));
    }

    private static Map<String, KnownText> ofDirectory(ShareTarget target) {
        if (target instanceof ShareTarget.Folder folder) {
            Optional<FolderPath> path = folder.knownPath();
            return path.isEmpty()
                    ? known(new KnownText.Unknown(), new KnownText.Unknown())
                    : known(
                            new KnownText.Exact(path.get().directory().value()),
                            new KnownText.Beginning(path.get().value() + "/"));
        }
        return known(new KnownText.Exact(target.id()), new KnownText.Beginning(target.id() + "/"));
    }

    private static Map<String, KnownText> known(KnownText directory, KnownText path) {
        return Map.of(Statement.DIRECTORY_KEY, directory, Statement.PATH_KEY, path);
    }
}

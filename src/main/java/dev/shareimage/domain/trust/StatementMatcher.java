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
    Extent allowed(Statement statement) {
        return statement.hasEffect("Allow").and(applies(statement));
    }

    /** The part of the target's accounts that the statement denies. A denial outweighs what other statements allow. */
    Extent denied(Statement statement) {
        return statement.hasEffect("Deny").and(applies(statement));
    }

    private Extent applies(Statement statement) {
        return statement
                .concernsAssumeRole()
                .and(principal(statement))
                .and(statement.understood() ? Extent.ALL : Extent.UNKNOWN)
                .and(Conditions.hold(statement.node().path("Condition"), known));
    }

    /** Whether the principal matches. Statements without one, or with {@code NotPrincipal}, are not documented. */
    private Extent principal(Statement statement) {
        if (statement.node().path("Principal").isMissingNode()) {
            return Extent.UNKNOWN;
        }
        Extent any = statement.namesEverybody() ? Extent.UNKNOWN : Extent.NONE;
        return statement.services().stream().map(this::service).reduce(any, Extent::or);
    }

    /** Whether the service principal matches. It is not known whether the cloud evaluates undocumented wildcards. */
    private Extent service(String service) {
        if (service.equals(Principals.EVERY_ACCOUNT)) {
            return Extent.ALL;
        }
        boolean wildcard = new Glob(service).hasWildcard();
        if (target instanceof ShareTarget.Account account) {
            String own = Principals.of(account.account());
            boolean may = wildcard && new Glob(service).matches(own);
            return service.equals(own) ? Extent.ALL : may ? Extent.UNKNOWN : Extent.NONE;
        }
        Optional<AccountId> account = Principals.account(service);
        if (account.isPresent()) {
            return membership.mayLieIn(account.get(), target) ? Extent.PART : Extent.NONE;
        }
        boolean may =
                wildcard && (service.endsWith(Principals.ECS) || new Glob(service).matches(Principals.EVERY_ACCOUNT));
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

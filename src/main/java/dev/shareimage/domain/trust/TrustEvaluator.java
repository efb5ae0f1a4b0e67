package dev.shareimage.domain.trust;

import dev.shareimage.domain.ShareTarget;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Evaluates all statements of a trust policy for a target, as far as the members of the directory are known. */
final class TrustEvaluator {

    private final List<IndexedStatement> statements;
    private final DirectoryMembers membership;

    TrustEvaluator(List<Statement> statements, DirectoryMembers membership) {
        this.statements = statements.stream().map(IndexedStatement::of).toList();
        this.membership = membership;
    }

    DirectoryMembers membership() {
        return membership;
    }

    /** Whether the target may use the key. */
    TrustDecision decide(ShareTarget target) {
        TrustDecision decision = TrustDecision.of(allowed(target), denied(target));
        return decision.trusted() == null && !(target instanceof ShareTarget.Account)
                ? ofMembers(target).orElse(decision)
                : decision;
    }

    /** Whether a new statement for the target would help it. It does not help against a denial. */
    boolean lacksStatement(ShareTarget target) {
        return allowed(target) != Extent.ALL && decide(target) != TrustDecision.DENIED;
    }

    /** Why a member of the directory or folder may not use the key; empty if no such member is known. */
    private Optional<TrustDecision> ofMembers(ShareTarget directory) {
        return membership.within(directory).stream()
                .map(member -> decide(new ShareTarget.Account(member)))
                .filter(decision -> Boolean.FALSE.equals(decision.trusted()))
                .max(Comparator.naturalOrder());
    }

    private Extent allowed(ShareTarget target) {
        StatementMatcher matcher = new StatementMatcher(target, membership);
        return any(matcher::allowed);
    }

    private Extent denied(ShareTarget target) {
        StatementMatcher matcher = new StatementMatcher(target, membership);
        return any(matcher::denied);
    }

    private Extent any(Function<IndexedStatement, Extent> matches) {
        return statements.stream().map(matches).reduce(Extent.NONE, Extent::or);
    }
}

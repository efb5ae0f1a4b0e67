package dev.shareimage.domain.trust;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.json.Json;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A RAM trust policy: who may use the owner's keys through the role.
 *
 * <p>It keeps the document as it was stored, in a {@link PolicyDocument}. Immutable: a change returns another policy, or
 * the same object if nothing changes.
 *
 * <p>The forms come from the vendor's documentation about sharing encrypted custom images. This class never writes {@code
 * *@ecs.aliyuncs.com} without a condition. {@link #problems()} reports a document that has it already, and such a
 * document must not be written again.
 */
public final class TrustPolicy {

    private final PolicyDocument document;

    /** The last one, because long lists ask about many targets one by one. */
    private volatile @Nullable TrustEvaluator evaluator;

    private TrustPolicy(PolicyDocument document) {
        this.document = document;
    }

    /** A policy without statements. */
    public static TrustPolicy empty() {
        return new TrustPolicy(PolicyDocument.empty());
    }

    /** Trusts exactly these targets. Accounts share one statement; each directory and folder has its own. */
    public static TrustPolicy of(Collection<? extends ShareTarget> targets) {
        TrustPolicy result = empty();
        List<AccountId> accounts = Principals.accounts(targets);
        if (!accounts.isEmpty()) {
            result = result.append(TrustTemplates.accounts(accounts));
        }
        for (ShareTarget target : targets.stream().distinct().toList()) {
            if (!(target instanceof ShareTarget.Account)) {
                result = result.append(TrustTemplates.target(target));
            }
        }
        return result;
    }

    /** Trusts the owner's own account, as the console does when it creates the role. */
    public static TrustPolicy ofOwnAccount(AccountId account) {
        return empty().withOwnAccount(account);
    }

    /** Trusts the owner's own account too. */
    public TrustPolicy withOwnAccount(AccountId account) {
        return append(TrustTemplates.ownAccount(account));
    }

    /**
     * Reads a stored document.
     *
     * @throws TrustPolicyException if it is not JSON, or does not have the form of a policy
     */
    public static TrustPolicy parse(String text) throws TrustPolicyException {
        return new TrustPolicy(PolicyDocument.parse(text));
    }

    /** A copy of the document. */
    public ObjectNode document() {
        return document.node().deepCopy();
    }

    /** The document in the compact form in which it is sent. */
    public String json() {
        return Json.write(document.node());
    }

    /** The document for a command line, in quotes: ASCII without apostrophes and control characters. */
    public String quotable() {
        return Json.writeQuotable(document.node());
    }

    /** The number of characters that count towards the cloud's limit. */
    public int length() {
        return json().length();
    }

    /** Whether the target may use the key, as far as that is known. */
    public TrustDecision decide(ShareTarget target, DirectoryMembers membership) {
        return evaluator(membership).decide(target);
    }

    /** Whether the target is trusted, without knowing the members of any directory. */
    public boolean covers(ShareTarget target) {
        return decide(target, DirectoryMembers.unknown()) == TrustDecision.TRUSTED;
    }

    /** Trusts these targets too. Returns the same object if they are trusted, or if no statement could help them. */
    public TrustPolicy with(Collection<? extends ShareTarget> targets, DirectoryMembers membership) {
        TrustEvaluator now = evaluator(membership);
        TrustPolicy result = withAccounts(
                Principals.accounts(targets.stream().filter(now::lacksStatement).toList()));
        for (ShareTarget target : targets) {
            if (result.evaluator(membership).lacksStatement(target)) {
                result = result.append(TrustTemplates.target(target));
            }
        }
        return result;
    }

    /** Trusts these targets too, without knowing the members of any directory. */
    public TrustPolicy with(Collection<? extends ShareTarget> targets) {
        return with(targets, DirectoryMembers.unknown());
    }

    /**
     * Removes the targets' own principals and conditions. Returns the same object if they have none. Wider statements that
     * cover a target stay, and so does everything else.
     */
    public TrustPolicy without(Collection<? extends ShareTarget> targets) {
        return without(targets, statement -> true);
    }

    /** Does the same, but keeps statements with conditions that this program never writes: others need those. */
    public TrustPolicy withoutOwnForms(Collection<? extends ShareTarget> targets) {
        return without(targets, Statement::hasFormOfOurs);
    }

    private TrustPolicy without(Collection<? extends ShareTarget> targets, Predicate<Statement> filter) {
        TrustPolicy result = new TrustPolicy(document.remove(targets, filter));
        return result.equals(this) ? this : result;
    }

    /**
     * Adds everything that the other policy has and this one lacks: accounts to the list of accounts, other statements at
     * the end. Returns the same object if nothing is missing.
     */
    public TrustPolicy merge(TrustPolicy other) {
        TrustPolicy result = this;
        for (Statement missing : other.statements()) {
            if (result.statements().contains(missing)) {
                continue;
            }
            result = missing.listsAccountsOnly()
                    ? result.with(missing.services().stream()
                            .flatMap(service -> Principals.account(service).stream())
                            .map(ShareTarget.Account::new)
                            .toList())
                    : result.append(missing.object().deepCopy());
        }
        return result;
    }

    /** Whether it has no statements. The cloud may refuse such a policy. */
    public boolean isEmpty() {
        return statements().isEmpty();
    }

    /** The accounts that it names one by one. */
    public Set<AccountId> accounts() {
        Set<AccountId> accounts = new TreeSet<>();
        statements().stream()
                .filter(statement -> statement.allows() && statement.unconditional())
                .flatMap(statement -> statement.services().stream())
                .forEach(service -> Principals.account(service).ifPresent(accounts::add));
        return accounts;
    }

    /** Adds the path that this policy has for a folder without a path. The path may be wrong. */
    public ShareTarget.Folder withPath(ShareTarget.Folder folder) {
        if (folder.knownPath().isPresent()) {
            return folder;
        }
        Optional<FolderPath> path = statements().stream()
                .flatMap(Statement::folders)
                .filter(known -> known.folder().equals(folder.folder()))
                .findFirst();
        return new ShareTarget.Folder(folder.folder(), path);
    }

    /** Whether it trusts a directory or a folder, so that decisions depend on their members. */
    public boolean trustsDirectories() {
        return statements().stream()
                .anyMatch(statement -> statement.allows()
                        && statement.namesEveryAccount()
                        && !(statement.directories().isEmpty()
                                && statement.pathPatterns().isEmpty()));
    }

    /** All trusted principals, each as one line of text with its condition in brackets. */
    public List<String> entries() {
        return TrustEntries.texts(statements());
    }

    /** All principals of all statements, trusted or denied. */
    public List<TrustEntry> explained() {
        return TrustEntries.of(statements());
    }

    /** The entries that the other policy has and this one lacks. */
    public List<String> addedBy(TrustPolicy other) {
        Set<String> mine = new HashSet<>(entries());
        return other.entries().stream().filter(entry -> !mine.contains(entry)).toList();
    }

    /** What is wrong in it. Empty for what this class writes. */
    public List<TrustProblem> problems() {
        return Problems.of(document.node(), statements());
    }

    /** Whether every account in the world may use the key. Such a policy must not be written again. */
    public boolean allowsAnyAccount() {
        return problems().stream().anyMatch(TrustProblem::critical);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrustPolicy policy && document.equals(policy.document);
    }

    @Override
    public int hashCode() {
        return document.hashCode();
    }

    @Override
    public String toString() {
        return json();
    }

    List<Statement> statements() {
        return document.statements();
    }

    private TrustEvaluator evaluator(DirectoryMembers membership) {
        TrustEvaluator known = evaluator;
        if (known == null || known.membership() != membership) {
            known = new TrustEvaluator(statements(), membership);
            evaluator = known;
        }
        return known;
    }

    private TrustPolicy withAccounts(List<AccountId> accounts) {
        return accounts.isEmpty() ? this : new TrustPolicy(document.addAccounts(accounts));
    }

    TrustPolicy append(ObjectNode statement) {
        return new TrustPolicy(document.append(statement));
    }
}

package dev.shareimage.domain.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.FolderId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Who may use the owner's keys through the role: a RAM trust policy.
 *
 * <p>It wraps the document as it was stored. Statements that others wrote, members that we do not know and the order of
 * all survive every change. Immutable.
 *
 * <p>Source of the forms: vendor documentation, sharing an encrypted custom image. Nothing here writes {@code
 * *@ecs.aliyuncs.com} without a condition; a document that has it already is reported by {@link #problems()} and must not
 * be written again.
 */
public final class TrustPolicy {

    private final ObjectNode document;

    private TrustPolicy(ObjectNode document) {
        this.document = document;
    }

    /** A policy without a statement. */
    public static TrustPolicy empty() {
        ObjectNode document = Json.object();
        document.put("Version", "1");
        document.putArray("Statement");
        return new TrustPolicy(document);
    }

    /** Exactly these targets: accounts share a statement, each directory and folder has its own. */
    public static TrustPolicy of(Collection<? extends ShareTarget> targets) {
        TrustPolicy result = empty();
        List<AccountId> accounts = accounts(targets);
        if (!accounts.isEmpty()) {
            result = result.append(TrustTemplates.accounts(accounts));
        }
        for (ShareTarget target : targets.stream().distinct().toList()) {
            if (!(target instanceof ShareTarget.Account)) {
                result = result.append(conditional(target));
            }
        }
        return result;
    }

    /** The account itself, as the console has it when it creates the role. */
    public static TrustPolicy ofOwnAccount(AccountId account) {
        return empty().append(TrustTemplates.ownAccount(account));
    }

    /**
     * Reads a stored document.
     *
     * @throws TrustPolicyException when it is not JSON, or not of the form of a policy
     */
    public static TrustPolicy parse(String text) throws TrustPolicyException {
        JsonNode tree;
        try {
            tree = Json.parse(text);
        } catch (JsonException e) {
            throw new TrustPolicyException(String.valueOf(e.getMessage()));
        }
        JsonNode statements = tree.path("Statement");
        if (!tree.isObject() || !(statements.isArray() || statements.isObject())) {
            throw new TrustPolicyException("it has no list of statements");
        }
        if (statements.isArray() && statements.valueStream().anyMatch(statement -> !statement.isObject())) {
            throw new TrustPolicyException("a statement is not an object");
        }
        return new TrustPolicy((ObjectNode) tree);
    }

    /** The document; a copy. */
    public ObjectNode document() {
        return document.deepCopy();
    }

    /** The document as it is sent: compact. */
    public String json() {
        return Json.write(document);
    }

    /** The number of characters that count against the cloud's limit. */
    public int length() {
        return json().length();
    }

    /** Whether the target may use the key, as far as that is known. */
    public TrustDecision decide(ShareTarget target, DirectoryMembers membership) {
        TrustDecision decision = TrustDecision.of(allowed(target, membership), denied(target, membership));
        return decision.trusted() == null && !(target instanceof ShareTarget.Account)
                ? ofMembers(target, membership).orElse(decision)
                : decision;
    }

    /** What keeps a member from the key that lies in a directory or folder now; empty where no such member is known. */
    private Optional<TrustDecision> ofMembers(ShareTarget group, DirectoryMembers membership) {
        return membership.within(group).stream()
                .map(member -> decide(new ShareTarget.Account(member), membership))
                .filter(decision -> Boolean.FALSE.equals(decision.trusted()))
                .max(Comparator.naturalOrder());
    }

    /** Whether the target is known to be trusted, whoever lies where. */
    public boolean covers(ShareTarget target) {
        return decide(target, DirectoryMembers.unknown()) == TrustDecision.TRUSTED;
    }

    private Extent allowed(ShareTarget target, DirectoryMembers membership) {
        StatementMatcher matcher = new StatementMatcher(target, membership);
        return statements().stream().map(matcher::allowed).reduce(Extent.NONE, Extent::or);
    }

    private Extent denied(ShareTarget target, DirectoryMembers membership) {
        StatementMatcher matcher = new StatementMatcher(target, membership);
        return statements().stream().map(matcher::denied).reduce(Extent.NONE, Extent::or);
    }

    /** This policy with the targets trusted too; the same object when they are, or when no statement could help. */
    public TrustPolicy with(Collection<? extends ShareTarget> targets, DirectoryMembers membership) {
        TrustPolicy result = withAccounts(accounts(
                targets.stream().filter(target -> lacks(target, membership)).toList()));
        for (ShareTarget target : targets) {
            if (result.lacks(target, membership)) {
                result = result.append(conditional(target));
            }
        }
        return result;
    }

    /** The same where nothing is known of who lies where. */
    public TrustPolicy with(Collection<? extends ShareTarget> targets) {
        return with(targets, DirectoryMembers.unknown());
    }

    /** Whether a statement of the target's own would help it; no statement outweighs a denial. */
    private boolean lacks(ShareTarget target, DirectoryMembers membership) {
        return allowed(target, membership) != Extent.ALL && decide(target, membership) != TrustDecision.DENIED;
    }

    /**
     * This policy without the targets' own principals and conditions; the same object when they have none. What a target
     * gets through a wider statement stays, and so does everything else.
     */
    public TrustPolicy without(Collection<? extends ShareTarget> targets) {
        return without(targets, statement -> true);
    }

    /** The same, but for statements with conditions that this program does not write: those mean something to others. */
    public TrustPolicy withoutOwnForms(Collection<? extends ShareTarget> targets) {
        return without(targets, Statement::hasFormOfOurs);
    }

    private TrustPolicy without(Collection<? extends ShareTarget> targets, Predicate<Statement> concerned) {
        ObjectNode copy = document.deepCopy();
        ArrayNode kept = Json.array();
        for (JsonNode node : statementNodes(copy)) {
            Optional<JsonNode> rest = Optional.of(node);
            if (concerned.test(new Statement(node))) {
                for (ShareTarget target : targets) {
                    rest = rest.flatMap(statement -> StatementEditor.remove(new Statement(statement), target));
                }
            }
            rest.ifPresent(kept::add);
        }
        copy.set("Statement", kept);
        TrustPolicy result = new TrustPolicy(copy);
        return result.equals(this) ? this : result;
    }

    /**
     * This policy with everything that the other one has and this one lost: accounts in their list, other statements
     * behind; the same object when nothing is missing.
     */
    public TrustPolicy merge(TrustPolicy other) {
        TrustPolicy result = this;
        for (Statement lost : other.statements()) {
            if (result.statements().contains(lost)) {
                continue;
            }
            result = lost.listsAccountsOnly()
                    ? result.with(lost.services().stream()
                            .flatMap(service -> Principals.account(service).stream())
                            .map(ShareTarget.Account::new)
                            .toList())
                    : result.append(lost.object().deepCopy());
        }
        return result;
    }

    /** Whether no statement is left, which the cloud may refuse. */
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

    /** The folder with the path that stands in this policy, where it has none; whether that is its path is not known. */
    public ShareTarget.Folder withPath(ShareTarget.Folder folder) {
        return folder.knownPath().isPresent()
                ? folder
                : new ShareTarget.Folder(folder.folder(), pathOf(folder.folder()));
    }

    /** The path of a folder that it trusts. */
    private Optional<FolderPath> pathOf(FolderId folder) {
        return statements().stream()
                .flatMap(statement -> statement.pathPatterns().stream())
                .map(pattern -> pattern.replaceFirst("/?\\*$", ""))
                .filter(FolderPath::isPath)
                .map(FolderPath::new)
                .filter(path -> path.folder().equals(folder))
                .findFirst();
    }

    /** Whether it trusts a directory or a folder, so that membership matters. */
    public boolean trustsGroups() {
        return statements().stream()
                .anyMatch(statement -> statement.allows()
                        && statement.namesEveryAccount()
                        && !(statement.directories().isEmpty()
                                && statement.pathPatterns().isEmpty()));
    }

    /** Everybody that it trusts, a line each: the principal, and behind it the condition in brackets. */
    public List<String> entries() {
        List<String> entries = new ArrayList<>();
        statements().stream()
                .filter(statement -> !statement.node().path("Effect").asText().equals("Deny"))
                .forEach(statement -> {
                    String condition = statement.conditionText();
                    String suffix = condition.isEmpty() ? "" : " [" + condition + "]";
                    statement.services().forEach(service -> entries.add(service + suffix));
                    statement.identities().forEach(identity -> entries.add(identity + suffix));
                });
        return entries.stream().distinct().toList();
    }

    /** What it says of whom, statement by statement: trusted or denied. */
    public List<TrustEntry> explained() {
        return TrustEntries.of(statements());
    }

    /** What the other policy trusts and this one does not. */
    public List<String> addedBy(TrustPolicy other) {
        List<String> mine = entries();
        return other.entries().stream().filter(entry -> !mine.contains(entry)).toList();
    }

    /** What is wrong in it; empty for what this class writes. */
    public List<TrustProblem> problems() {
        return Problems.of(document, statements());
    }

    /** Whether every account in the world may use the key; such a document is never written again. */
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
        return statementNodes(document).stream().map(Statement::new).toList();
    }

    private static List<JsonNode> statementNodes(ObjectNode document) {
        JsonNode statements = document.path("Statement");
        return statements.isArray() ? statements.valueStream().toList() : List.of(statements);
    }

    private static List<AccountId> accounts(Collection<? extends ShareTarget> targets) {
        return targets.stream()
                .filter(ShareTarget.Account.class::isInstance)
                .map(target -> ((ShareTarget.Account) target).account())
                .distinct()
                .toList();
    }

    private TrustPolicy withAccounts(List<AccountId> accounts) {
        if (accounts.isEmpty()) {
            return this;
        }
        Predicate<Statement> fits = Statement::listsAccountsOnly;
        Optional<Statement> home = statements().stream().filter(fits).findFirst();
        if (home.isEmpty()) {
            return append(TrustTemplates.accounts(accounts));
        }
        ObjectNode copy = document.deepCopy();
        Statement place = new TrustPolicy(copy)
                .statements().stream().filter(fits).findFirst().orElseThrow();
        ArrayNode services = Json.array();
        place.services().forEach(services::add);
        accounts.forEach(account -> services.add(Principals.of(account)));
        place.object().withObject("Principal").set("Service", services);
        return new TrustPolicy(copy);
    }

    private TrustPolicy append(ObjectNode statement) {
        ObjectNode copy = document.deepCopy();
        ArrayNode statements = Json.array();
        statementNodes(copy).forEach(statements::add);
        statements.add(statement);
        copy.set("Statement", statements);
        return new TrustPolicy(copy);
    }

    private static ObjectNode conditional(ShareTarget target) {
        if (target instanceof ShareTarget.ResourceDirectory directory) {
            return TrustTemplates.directory(directory.directory());
        }
        if (target instanceof ShareTarget.Folder folder) {
            return TrustTemplates.folder(folder.knownPath()
                    .orElseThrow(() -> new InvalidValueException(
                            "the path of folder " + folder.id() + " is unknown: give it as rd-…/r-…/" + folder.id())));
        }
        return TrustTemplates.accounts(List.of(((ShareTarget.Account) target).account()));
    }
}

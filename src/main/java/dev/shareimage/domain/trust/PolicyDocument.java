package dev.shareimage.domain.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The JSON document of a trust policy. Each change returns a copy, in which everything else is as it was: unknown members,
 * statements of others, and the order of all.
 */
record PolicyDocument(ObjectNode node) {

    /** A document without statements. */
    static PolicyDocument empty() {
        ObjectNode node = Json.object();
        node.put("Version", "1");
        node.putArray("Statement");
        return new PolicyDocument(node);
    }

    /**
     * Reads a stored document.
     *
     * @throws TrustPolicyException if it is not JSON, or does not have the form of a policy
     */
    static PolicyDocument parse(String text) throws TrustPolicyException {
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
        return new PolicyDocument((ObjectNode) tree);
    }

    List<Statement> statements() {
        return statementNodes(node).stream().map(Statement::new).toList();
    }

    /** Adds a statement at the end. */
    PolicyDocument append(ObjectNode statement) {
        ObjectNode copy = node.deepCopy();
        ArrayNode statements = Json.array();
        statementNodes(copy).forEach(statements::add);
        statements.add(statement);
        copy.set("Statement", statements);
        return new PolicyDocument(copy);
    }

    /** Adds accounts to the first statement that lists only accounts, or else in a statement of their own. */
    PolicyDocument addAccounts(List<AccountId> accounts) {
        PolicyDocument copy = new PolicyDocument(node.deepCopy());
        Optional<Statement> list =
                copy.statements().stream().filter(Statement::listsAccountsOnly).findFirst();
        if (list.isEmpty()) {
            return append(TrustTemplates.accounts(accounts));
        }
        ArrayNode services = Json.array();
        list.get().services().forEach(services::add);
        accounts.forEach(account -> services.add(Principals.of(account)));
        list.get().object().withObject("Principal").set("Service", services);
        return copy;
    }

    /** Removes the targets from the statements that the filter accepts. */
    PolicyDocument remove(Collection<? extends ShareTarget> targets, Predicate<Statement> filter) {
        ObjectNode copy = node.deepCopy();
        ArrayNode kept = Json.array();
        for (JsonNode statement : statementNodes(copy)) {
            Statement view = new Statement(statement);
            Optional<JsonNode> rest =
                    filter.test(view) ? StatementEditor.remove(view, targets) : Optional.of(statement);
            rest.ifPresent(kept::add);
        }
        copy.set("Statement", kept);
        return new PolicyDocument(copy);
    }

    // Written by hand like hashCode, because those that a record generates are linked at run time, at every start.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PolicyDocument that && node.equals(that.node);
    }

    @Override
    public int hashCode() {
        return node.hashCode();
    }

    private static List<JsonNode> statementNodes(ObjectNode document) {
        JsonNode statements = document.path("Statement");
        return statements.isArray() ? statements.valueStream().toList() : List.of(statements);
    }
}

package dev.shareimage.domain.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Removes one target from one statement. */
final class StatementEditor {

    private StatementEditor() {}

    /** Returns the rest of the statement; empty if it trusted nobody else. Statements for other purposes are not changed. */
    static Optional<JsonNode> remove(Statement statement, ShareTarget target) {
        if (!statement.allows()) {
            return Optional.of(statement.node());
        }
        if (target instanceof ShareTarget.Account account) {
            return removeService(statement, Principals.of(account.account()));
        }
        return statement.trustsByCondition() ? removeCondition(statement, target) : Optional.of(statement.node());
    }

    /** Returns the statement without this service; empty if it names nobody else. */
    static Optional<JsonNode> removeService(Statement statement, String principal) {
        List<String> services = statement.services();
        if (!services.contains(principal)) {
            return Optional.of(statement.node());
        }
        ObjectNode copy = statement.object().deepCopy();
        ObjectNode principals = copy.withObject("Principal");
        ArrayNode rest = without(principals.path("Service"), principal::equals);
        principals.remove("Service");
        if (!rest.isEmpty()) {
            principals.set("Service", rest);
        }
        return principals.isEmpty() ? Optional.empty() : Optional.of(copy);
    }

    private static Optional<JsonNode> removeCondition(Statement statement, ShareTarget target) {
        boolean directory = target instanceof ShareTarget.ResourceDirectory;
        List<String> values = directory ? statement.directories() : statement.pathPatterns();
        if (values.stream().noneMatch(value -> means(value, target))) {
            return Optional.of(statement.node());
        }
        ObjectNode copy = statement.object().deepCopy();
        ObjectNode operator = (ObjectNode) copy.path("Condition").elements().next();
        String key = operator.fieldNames().next();
        ArrayNode rest = without(operator.path(key), value -> means(value, target));
        operator.set(key, rest);
        return rest.isEmpty() ? Optional.empty() : Optional.of(copy);
    }

    private static boolean means(String value, ShareTarget target) {
        if (target instanceof ShareTarget.Folder folder) {
            String end = folder.knownPath().map(FolderPath::value).orElse("/" + folder.id());
            return value.endsWith(end + "*") || value.endsWith(end + "/*");
        }
        return value.equals(target.id());
    }

    /** The values that do not match, and everything that is not a string. */
    private static ArrayNode without(JsonNode values, Predicate<String> meant) {
        ArrayNode rest = Json.array();
        Stream<JsonNode> all = values.isArray() ? values.valueStream() : Stream.of(values);
        all.filter(value -> !value.isTextual() || !meant.test(value.textValue()))
                .forEach(rest::add);
        return rest;
    }
}

package dev.shareimage.domain.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.json.Json;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Removes targets from one statement. */
final class StatementEditor {

    private StatementEditor() {}

    /** Returns the rest of the statement; empty if it trusted nobody else. Statements for other purposes are not changed. */
    static Optional<JsonNode> remove(Statement statement, Collection<? extends ShareTarget> targets) {
        return statement.allows()
                ? removeServices(statement, Principals.of(targets))
                        .flatMap(rest -> removeConditions(new Statement(rest), targets))
                : Optional.of(statement.node());
    }

    /** Returns the statement without these services; empty if it names nobody else. */
    static Optional<JsonNode> removeServices(Statement statement, Set<String> services) {
        if (statement.services().stream().noneMatch(services::contains)) {
            return Optional.of(statement.node());
        }
        ObjectNode copy = statement.object().deepCopy();
        ObjectNode principals = copy.withObject("Principal");
        ArrayNode rest = without(principals.path("Service"), services::contains);
        principals.remove("Service");
        if (!rest.isEmpty()) {
            principals.set("Service", rest);
        }
        return principals.isEmpty() ? Optional.empty() : Optional.of(copy);
    }

    private static Optional<JsonNode> removeConditions(Statement statement, Collection<? extends ShareTarget> targets) {
        if (!statement.trustsByCondition()) {
            return Optional.of(statement.node());
        }
        boolean directories = !statement.directories().isEmpty();
        List<String> values = directories ? statement.directories() : statement.pathPatterns();
        Predicate<String> meant = value ->
                targets.stream().anyMatch(target -> isDirectory(target) == directories && means(value, target));
        if (values.stream().noneMatch(meant)) {
            return Optional.of(statement.node());
        }
        ObjectNode copy = statement.object().deepCopy();
        ObjectNode operator = (ObjectNode) copy.path("Condition").elements().next();
        String key = operator.fieldNames().next();
        ArrayNode rest = without(operator.path(key), meant);
        operator.set(key, rest);
        return rest.isEmpty() ? Optional.empty() : Optional.of(copy);
    }

    private static boolean isDirectory(ShareTarget target) {
        return target instanceof ShareTarget.ResourceDirectory;
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

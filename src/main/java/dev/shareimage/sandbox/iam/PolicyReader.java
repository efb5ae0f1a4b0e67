package dev.shareimage.sandbox.iam;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads policy documents. It is strict about known members and ignores unknown ones. */
final class PolicyReader {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(32).build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private PolicyReader() {}

    static PolicyDocument read(String json) throws MalformedPolicyException {
        JsonNode document = tree(json);
        @Nullable JsonNode statements = document.get("Statement");
        if (!document.isObject() || statements == null || !statements.isArray() || statements.isEmpty()) {
            throw new MalformedPolicyException("Statement must be an array with an entry.");
        }
        List<Statement> read = new ArrayList<>();
        for (JsonNode statement : statements) {
            read.add(statement(statement));
        }
        return new PolicyDocument(
                List.copyOf(read), document.path("Version").asText().equals("1"));
    }

    private static JsonNode tree(String json) throws MalformedPolicyException {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new MalformedPolicyException("This is not JSON: " + broken.getOriginalMessage());
        }
    }

    private static Statement statement(JsonNode statement) throws MalformedPolicyException {
        String effect = statement.path("Effect").asText();
        if (!effect.equals("Allow") && !effect.equals("Deny")) {
            throw new MalformedPolicyException("Effect must be Allow or Deny.");
        }
        return new Statement(
                effect.equals("Allow"),
                principals(statement.get("Principal")),
                selection(statement, "Action"),
                selection(statement, "Resource"),
                conditions(statement.get("Condition")));
    }

    private static Map<String, List<String>> principals(@Nullable JsonNode principal) throws MalformedPolicyException {
        Map<String, List<String>> principals = new LinkedHashMap<>();
        if (principal == null) {
            return principals;
        }
        if (!principal.isObject()) {
            throw new MalformedPolicyException("Principal must be an object.");
        }
        for (Map.Entry<String, JsonNode> kind : principal.properties()) {
            principals.put(kind.getKey(), texts(kind.getValue()));
        }
        return principals;
    }

    private static Optional<Selection> selection(JsonNode statement, String name) throws MalformedPolicyException {
        @Nullable JsonNode positive = statement.get(name);
        @Nullable JsonNode negative = statement.get("Not" + name);
        if (positive != null && negative != null) {
            throw new MalformedPolicyException(name + " and Not" + name + " exclude each other.");
        }
        if (positive != null) {
            return Optional.of(new Selection(texts(positive), false));
        }
        return negative == null ? Optional.empty() : Optional.of(new Selection(texts(negative), true));
    }

    private static List<Condition> conditions(@Nullable JsonNode block) throws MalformedPolicyException {
        List<Condition> conditions = new ArrayList<>();
        if (block == null) {
            return conditions;
        }
        if (!block.isObject()) {
            throw new MalformedPolicyException("Condition must be an object.");
        }
        for (Map.Entry<String, JsonNode> operation : block.properties()) {
            ConditionOperator operator = ConditionOperator.find(operation.getKey())
                    .orElseThrow(() -> new MalformedPolicyException("Unknown operator " + operation.getKey() + "."));
            if (!operation.getValue().isObject() || operation.getValue().isEmpty()) {
                throw new MalformedPolicyException("Operator " + operation.getKey() + " compares nothing.");
            }
            for (Map.Entry<String, JsonNode> comparison : operation.getValue().properties()) {
                conditions.add(new Condition(operator, comparison.getKey(), texts(comparison.getValue())));
            }
        }
        return conditions;
    }

    private static List<String> texts(JsonNode value) throws MalformedPolicyException {
        List<String> texts = new ArrayList<>();
        for (JsonNode entry : value.isArray() ? value : List.of(value)) {
            if (!entry.isValueNode() || entry.isNull()) {
                throw new MalformedPolicyException("A string, or an array of strings, is expected.");
            }
            texts.add(entry.asText());
        }
        if (texts.isEmpty()) {
            throw new MalformedPolicyException("An array of strings may not be empty.");
        }
        return List.copyOf(texts);
    }
}

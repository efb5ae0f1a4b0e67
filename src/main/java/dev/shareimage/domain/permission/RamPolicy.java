package dev.shareimage.domain.permission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A RAM policy that permits exactly what a persona needs. There is one template file for each in {@code policy/ram/}.
 *
 * <p>Ids were validated before, so they contain no character that JSON has to escape.
 *
 * @param name the name to create it with; RAM allows letters, digits and hyphens
 * @param document the document in the form that RAM accepts
 */
public record RamPolicy(String name, ObjectNode document) {

    private static final String ANY = "*";
    private static final String IMAGE = "${image}";

    /** The policy for a persona within a scope. */
    public static RamPolicy of(Persona persona, Scope scope) {
        String text = template(persona)
                .replace("${region}", scope.region().map(Object::toString).orElse(ANY))
                .replace("${account}", scope.account().map(Object::toString).orElse(ANY));
        ObjectNode document = parse(text);
        List<String> images = scope.images().isEmpty()
                ? List.of(ANY)
                : scope.images().stream().map(ImageId::value).toList();
        document.path("Statement").forEach(statement -> expand((ObjectNode) statement, images));
        return new RamPolicy(persona.policyName(), document);
    }

    /** The trust policy of a role that identities of one account may assume; they need {@code sts:AssumeRole} besides. */
    public static RamPolicy trusting(Persona persona, AccountId account) {
        return new RamPolicy(
                persona.policyName() + "Trust",
                parse("{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"sts:AssumeRole\"],"
                        + "\"Principal\":{\"RAM\":[\"acs:ram::" + account + ":root\"]}}]}"));
    }

    /** The actions that it permits, each once. */
    public List<String> actions() {
        return statements()
                .flatMap(statement -> texts(statement.path("Action")))
                .distinct()
                .sorted()
                .toList();
    }

    /** The actions that concern no single resource, so no scope restricts them. */
    public List<String> unscoped() {
        return statements()
                .filter(statement -> texts(statement.path("Resource")).toList().contains(ANY))
                .flatMap(statement -> texts(statement.path("Action")))
                .toList();
    }

    private Stream<JsonNode> statements() {
        return document.path("Statement").valueStream();
    }

    private static Stream<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText);
    }

    /** Replaces a resource that names an image by one resource for each image. */
    private static void expand(ObjectNode statement, List<String> images) {
        List<String> resources = new ArrayList<>();
        texts(statement.path("Resource"))
                .forEach(resource -> (resource.contains(IMAGE) ? images : List.of(""))
                        .forEach(image -> resources.add(resource.replace(IMAGE, image))));
        ArrayNode array = statement.putArray("Resource");
        resources.forEach(array::add);
    }

    private static ObjectNode parse(String text) {
        try {
            return (ObjectNode) Json.parse(text);
        } catch (JsonException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String template(Persona persona) {
        String file = "/dev/shareimage/policy/ram/" + persona.label() + ".json";
        try (InputStream stream = RamPolicy.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks its template " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

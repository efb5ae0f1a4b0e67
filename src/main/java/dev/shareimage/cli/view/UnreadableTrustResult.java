package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * An invalid trust policy, as it is stored.
 *
 * @param stored the text of the policy
 * @param problem why it is invalid
 */
public record UnreadableTrustResult(String command, String stored, Problem problem) implements Result {

    @Override
    public JsonNode document() {
        ObjectNode document = Documents.start(command, "failed");
        document.putObject("trust").putNull("document").put("text", stored);
        document.set("error", problem.document());
        return document;
    }

    /** No rows: the text has no statements. */
    @Override
    public Table table() {
        return new Table(List.of(), List.of());
    }

    /** The text, safe for a terminal. Its lines remain. */
    public List<String> lines() {
        return stored.lines().map(Sanitizer::clean).toList();
    }
}

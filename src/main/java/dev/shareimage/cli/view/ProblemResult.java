package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The result of a command that failed before it had one. */
public record ProblemResult(String command, Problem problem) implements Result {

    @Override
    public JsonNode document() {
        ObjectNode document = Documents.start(command, "failed");
        document.set("error", problem.document());
        return document;
    }

    /** No rows: people read the message on standard error. */
    @Override
    public Table table() {
        return new Table(List.of(), List.of());
    }
}

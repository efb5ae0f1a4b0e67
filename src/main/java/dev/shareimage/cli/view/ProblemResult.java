package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.domain.RegionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a command that failed before it had one.
 *
 * @param region the region of the command, or null if it was not known yet
 */
public record ProblemResult(String command, @Nullable RegionId region, Problem problem) implements Result {

    @Override
    public JsonNode document() {
        ObjectNode document = Documents.start(command, "failed");
        if (region != null) {
            document.put("region", region.value());
        }
        document.set("error", problem.document());
        return document;
    }

    /** No rows: people read the message on standard error. */
    @Override
    public Table table() {
        return new Table(List.of(), List.of());
    }
}

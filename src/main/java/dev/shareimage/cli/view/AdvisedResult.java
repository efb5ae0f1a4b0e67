package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.domain.Messages;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A result that also tells programs what the recipient must do.
 *
 * @param advice makes the advice, only for programs; returns null if nobody has the image or will get it
 */
public record AdvisedResult(Result result, Supplier<@Nullable ObjectNode> advice) implements Result {

    @Override
    public JsonNode document() {
        ObjectNode document = result.document().deepCopy();
        ObjectNode recipient = advice.get();
        if (recipient == null) {
            document.putNull("recipient");
        } else {
            document.set("recipient", recipient);
        }
        return document;
    }

    @Override
    public Table table() {
        return result.table();
    }

    @Override
    public Table brief(Messages words) {
        return result.brief(words);
    }

    @Override
    public List<Line> lines(Messages words) {
        return result.lines(words);
    }

    @Override
    public List<Line> briefLines(Messages words) {
        return result.briefLines(words);
    }
}

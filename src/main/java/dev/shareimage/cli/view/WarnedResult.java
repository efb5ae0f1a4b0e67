package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.domain.Messages;
import java.util.List;

/** A result with warnings, such as who loses access, so that programs also get them. */
public record WarnedResult(Result result, List<String> warnings) implements Result {

    @Override
    public JsonNode document() {
        ObjectNode document = result.document().deepCopy();
        document.set("warnings", Documents.strings(warnings));
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

package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The variables with which a program uses the local cloud. */
public record EnvironmentResult(String command, Map<String, String> variables) implements Result {

    public static final List<String> COLUMNS = List.of("name", "value");

    @Override
    public JsonNode document() {
        ObjectNode document = Documents.start(command, "succeeded");
        ObjectNode environment = document.putObject("environment");
        variables.forEach(environment::put);
        return document;
    }

    @Override
    public Table table() {
        Table.Builder table = Table.of(COLUMNS);
        variables.forEach(table::row);
        return table.build();
    }

    /** Lines for a shell. The values contain nothing that needs quotes. */
    public String script() {
        StringBuilder script = new StringBuilder();
        variables.forEach((name, value) ->
                script.append("export ").append(name).append("='").append(value).append("'\n"));
        return script.toString();
    }
}

package dev.shareimage.resilience;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import dev.shareimage.launcher.ProgramRun;
import java.util.ArrayList;
import java.util.List;

/** A summary of the JSON document of a run in a few lines, without request ids and times, to compare it as a whole. */
final class Digest {

    private Digest() {}

    static String of(ProgramRun run) {
        try {
            List<String> lines = new ArrayList<>();
            JsonNode document = Json.parse(run.stdout());
            lines.add("exit " + run.exitCode() + ", " + document.path("status").asText());
            if (document.has("role")) {
                lines.add("role " + document.at("/role/action").asText() + ", trust "
                        + document.at("/trust/action").asText() + " +"
                        + document.at("/trust/added").size());
            }
            for (JsonNode image : document.path("images")) {
                for (JsonNode target : image.path("targets")) {
                    String code = target.at("/error/code").asText("");
                    lines.add(target.path("id").asText() + " "
                            + target.path("status").asText() + (code.isEmpty() ? "" : " (" + code + ")"));
                }
            }
            JsonNode error = document.path("error");
            if (error.isObject()) {
                lines.add(error.path("code").asText() + ": "
                        + error.path("message").asText());
            }
            return String.join("\n", lines) + "\n";
        } catch (JsonException e) {
            throw new AssertionError("not one JSON document: " + run, e);
        }
    }
}

package dev.shareimage.sandbox.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.http.HttpRequest;
import java.util.Locale;
import java.util.Map;

/** The format of an answer. */
enum AnswerFormat {
    JSON("application/json;charset=utf-8") {
        @Override
        String write(String rootElement, ObjectNode answer) {
            return answer.toString();
        }
    },
    XML("text/xml;charset=utf-8") {
        @Override
        String write(String rootElement, ObjectNode answer) {
            return XmlWriter.write(rootElement, answer);
        }
    };

    private final String contentType;

    AnswerFormat(String contentType) {
        this.contentType = contentType;
    }

    /** The value of {@code Format} in any case, or else what {@code Accept} requests, or else XML, as for RPC calls. */
    static AnswerFormat of(HttpRequest request, Map<String, String> parameters) {
        String format = parameters.getOrDefault("Format", "").toUpperCase(Locale.ROOT);
        if (format.equals("JSON") || format.equals("XML")) {
            return valueOf(format);
        }
        String accepted = request.header("accept").orElse("").toLowerCase(Locale.ROOT);
        if (accepted.contains("json") || request.header("x-acs-action").isPresent()) {
            return JSON;
        }
        return XML;
    }

    String contentType() {
        return contentType;
    }

    abstract String write(String rootElement, ObjectNode answer);
}

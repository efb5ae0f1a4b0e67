package dev.shareimage.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;

/** The answer to a call. */
public record RpcAnswer(int status, String body, HttpHeaders headers) {

    public JsonNode json() {
        try {
            return new ObjectMapper().readTree(body);
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException(body, notJson);
        }
    }

    /** The text at a path such as {@code /Role/RoleName}. */
    public String text(String pointer) {
        return json().at(pointer).asText();
    }

    /** Status and error code, such as {@code 404 EntityNotExist.Role}, or only the status on success. */
    public String outcome() {
        return (status + " " + text("/Code")).strip();
    }
}

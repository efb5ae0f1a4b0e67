package dev.shareimage.sandbox.wire;

import dev.shareimage.sandbox.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads and writes {@code name=value&…}, the format of queries and form bodies. */
final class Form {

    private Form() {}

    /** Names and values decoded; of a repeated name the first value counts. */
    static Map<String, String> decode(String form) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            String name = Percent.decode(equals < 0 ? pair : pair.substring(0, equals));
            if (!name.isEmpty()) {
                values.putIfAbsent(name, equals < 0 ? "" : Percent.decode(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    /** The parameters of query and form body together. */
    static Map<String, String> of(HttpRequest request) {
        Map<String, String> values = decode(request.query());
        if (!isJson(request)) {
            decode(new String(request.body(), StandardCharsets.UTF_8)).forEach(values::putIfAbsent);
        }
        return values;
    }

    /** Sorted by name, percent-encoded, with empty values. Both signatures are made of this. */
    static String canonical(Map<String, String> values) {
        return values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Form::byBytes))
                .map(entry -> Percent.encode(entry.getKey()) + "=" + Percent.encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static int byBytes(String first, String second) {
        return Arrays.compareUnsigned(first.getBytes(StandardCharsets.UTF_8), second.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isJson(HttpRequest request) {
        return request.header("content-type")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .startsWith("application/json");
    }
}

package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads sections of {@code key = value} lines strictly: if it ignored a line, a section could get another section's
 * keys. No message quotes a line, because it may contain a secret.
 *
 * @param file the name of the file in messages
 */
record SectionReader(String file, CredentialFailures failures) {

    Map<String, Map<String, String>> read(String text) throws CloudException {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        @Nullable Map<String, String> section = null;
        List<String> lines = text.lines().toList();
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index).strip();
            int number = index + 1;
            if (line.isEmpty() || isComment(line)) {
                continue;
            }
            if (line.startsWith("[")) {
                section = new LinkedHashMap<>();
                if (sections.putIfAbsent(header(line, number), section) != null) {
                    throw problem(number, "shared.twice-section");
                }
            } else if (section == null) {
                throw problem(number, "shared.no-section");
            } else {
                read(line, number, section);
            }
        }
        return sections;
    }

    /** The name between the brackets. Only a comment may follow. */
    private String header(String line, int number) throws CloudException {
        int close = line.indexOf(']');
        String name = close < 0 ? "" : line.substring(1, close).strip();
        String rest = close < 0 ? "" : line.substring(close + 1).strip();
        if (name.isEmpty() || !rest.isEmpty() && !isComment(rest)) {
            throw problem(number, "shared.header");
        }
        return name;
    }

    private void read(String line, int number, Map<String, String> section) throws CloudException {
        int equals = line.indexOf('=');
        String key = equals < 0 ? "" : line.substring(0, equals).strip();
        if (key.isEmpty()) {
            throw problem(number, "shared.line");
        }
        if (section.putIfAbsent(key, value(line.substring(equals + 1).strip())) != null) {
            throw problem(number, "shared.twice-key");
        }
    }

    /** The value without quotation marks. A comment may follow after white space. */
    private static String value(String text) {
        String value = text.startsWith("#") || text.startsWith(";") ? "" : text.replaceFirst("\\s+[#;].*$", "");
        boolean quoted = value.length() >= 2
                && (value.startsWith("\"") && value.endsWith("\"") || value.startsWith("'") && value.endsWith("'"));
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static boolean isComment(String line) {
        return line.startsWith("#") || line.startsWith(";");
    }

    private CloudException problem(int line, String key) {
        return failures.unusable("line", file, line, failures.sentence(key));
    }
}

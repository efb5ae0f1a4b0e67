package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sections of {@code ~/.alibabacloud/credentials}, which the vendor's SDKs share; {@code .ini} may follow its name. */
record SharedFile(Map<String, Profile> sections) {

    static SharedFile read(CredentialSettings settings) throws CloudException {
        Path named = settings.file("ALIBABA_CLOUD_CREDENTIALS_FILE", ".alibabacloud/credentials");
        Path file = Files.isRegularFile(named) ? named : named.resolveSibling(named.getFileName() + ".ini");
        if (!Files.isRegularFile(file)) {
            return new SharedFile(Map.of());
        }
        try {
            return parse(Files.readAllLines(file), file.toString());
        } catch (IOException e) {
            throw NoCredentials.because(file + " cannot be read");
        }
    }

    private static SharedFile parse(List<String> lines, String file) {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        Map<String, String> section = new HashMap<>();
        for (String raw : lines) {
            String line = raw.strip();
            int equals = line.indexOf('=');
            if (line.startsWith("[") && line.endsWith("]")) {
                String name = line.substring(1, line.length() - 1).strip();
                section = sections.computeIfAbsent(name, added -> new HashMap<>());
            } else if (equals > 0 && !line.startsWith("#") && !line.startsWith(";")) {
                section.put(
                        line.substring(0, equals).strip(),
                        value(line.substring(equals + 1).strip()));
            }
        }
        Map<String, Profile> profiles = new LinkedHashMap<>();
        sections.forEach((name, values) -> profiles.put(name, new Profile(name, file, values)));
        return new SharedFile(profiles);
    }

    /** A comment may follow a value after white space. */
    private static String value(String text) {
        return text.replaceFirst("\\s+[#;].*$", "");
    }

    /** A section that is not switched off. */
    Optional<Profile> section(String name) {
        return Optional.ofNullable(sections.get(name))
                .filter(section -> !section.text("enable").orElse("true").equalsIgnoreCase("false"));
    }
}

package dev.shareimage.app.report;

import dev.shareimage.app.manifest.YamlEvents;
import dev.shareimage.domain.InvalidValueException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Reads the file of exceptions, strictly: one that is misspelled would accept nothing, or too much.
 *
 * <pre>{@code
 * schemaVersion: 1
 * exceptions:
 *   - finding: outside-directory
 *     target: "3000000000000003"        # optional, as are account, image and key
 *     reason: the auditors, ticket 4711
 *     until: 2027-03-31                 # the last day
 * }</pre>
 */
public final class AcceptedRiskReader {

    /** Characters that a file may have. */
    public static final int MAX_CHARACTERS = 1 << 20;

    /** The kinds of findings; what could not be told cannot be accepted. */
    static final Set<String> KINDS = Set.of(
            "trust-safe",
            "trust-unreadable",
            "no-role",
            "no-policy",
            "not-trusted",
            "denied",
            "outside-directory",
            "expired",
            "expiring",
            "key-deletion",
            "key-unusable",
            "key-expiring",
            "drift-extra",
            "drift-missing");

    private static final List<String> MEMBERS =
            List.of("finding", "account", "image", "target", "key", "reason", "until");

    private final YamlEvents yaml;
    private final List<AcceptedRisk> risks = new ArrayList<>();

    private AcceptedRiskReader(YamlEvents yaml) {
        this.yaml = yaml;
    }

    /**
     * Reads it.
     *
     * @param name of the file, for complaints
     * @throws InvalidValueException when it is no such file; the message says the line
     */
    public static List<AcceptedRisk> read(String name, String text) {
        return new AcceptedRiskReader(new YamlEvents(name, text)).document();
    }

    private List<AcceptedRisk> document() {
        yaml.begin();
        int line = yaml.line();
        boolean[] versioned = {false};
        yaml.object("the file", List.of("schemaVersion", "exceptions"), member -> {
            if (member.equals("schemaVersion")) {
                yaml.value(member, AcceptedRiskReader::version);
                versioned[0] = true;
            } else {
                yaml.list(member, this::risk);
            }
        });
        if (!versioned[0]) {
            throw yaml.wrong(line, "schemaVersion is missing; write schemaVersion: 1");
        }
        yaml.end();
        return List.copyOf(risks);
    }

    private static String version(String text) {
        if (!text.equals("1")) {
            throw new InvalidValueException("this program reads schemaVersion 1");
        }
        return text;
    }

    private void risk() {
        int line = yaml.line();
        Map<String, String> texts = new HashMap<>();
        AtomicReference<@Nullable LocalDate> until = new AtomicReference<>();
        yaml.object("an exception", MEMBERS, member -> {
            if (member.equals("until")) {
                until.set(yaml.value(member, AcceptedRiskReader::date));
            } else {
                texts.put(member, yaml.value(member, text -> text(member, text)));
            }
        });
        LocalDate last = until.get();
        if (last == null || !texts.containsKey("finding") || !texts.containsKey("reason")) {
            throw yaml.wrong(line, "an exception has finding, reason and until");
        }
        risks.add(new AcceptedRisk(
                text(texts, "finding"),
                texts.get("account"),
                texts.get("image"),
                texts.get("target"),
                texts.get("key"),
                text(texts, "reason"),
                last));
    }

    private static String text(Map<String, String> texts, String member) {
        return String.valueOf(texts.get(member));
    }

    private static String text(String member, String text) {
        if (text.isBlank()) {
            throw new InvalidValueException(member + " is empty");
        }
        if (member.equals("finding") && !KINDS.contains(text)) {
            throw new InvalidValueException("there is no such finding; known are "
                    + String.join(", ", KINDS.stream().sorted().toList()));
        }
        return text;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidValueException("until is no date, as in 2027-03-31");
        }
    }
}

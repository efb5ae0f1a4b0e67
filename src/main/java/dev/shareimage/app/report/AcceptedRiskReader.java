package dev.shareimage.app.report;

import dev.shareimage.app.manifest.DocumentProblems;
import dev.shareimage.app.manifest.DocumentProblems.StopReading;
import dev.shareimage.app.manifest.InvalidDocumentException;
import dev.shareimage.app.manifest.Members;
import dev.shareimage.app.manifest.Position;
import dev.shareimage.app.manifest.YamlEvents;
import dev.shareimage.app.manifest.YamlEvents.Present;
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
 * Reads the file of exceptions strictly, because a misspelled exception could accept nothing or too much.
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

    /** Maximum number of characters of a file. */
    public static final int MAX_CHARACTERS = 1 << 20;

    /** The kinds of findings that can be accepted. Unknown states cannot be accepted. */
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

    private static final Members MEMBERS =
            Members.of("finding", "account", "image", "target", "key", "reason", "until");
    private static final List<String> NEEDED = List.of("finding", "reason", "until");

    private final DocumentProblems problems;
    private final YamlEvents yaml;
    private final List<AcceptedRisk> risks = new ArrayList<>();

    private AcceptedRiskReader(DocumentProblems problems, String text) {
        this.problems = problems;
        this.yaml = new YamlEvents(problems, text);
    }

    /**
     * Reads the document.
     *
     * @param name the name of the file, for error messages
     * @throws InvalidDocumentException if it is not a valid file of exceptions
     */
    public static List<AcceptedRisk> read(String name, String text) {
        DocumentProblems problems = new DocumentProblems(name);
        AcceptedRiskReader reader = new AcceptedRiskReader(problems, text);
        try {
            reader.yaml.document(reader::document);
        } catch (StopReading e) {
            // The problem is already recorded.
        }
        problems.throwIfAny();
        return List.copyOf(reader.risks);
    }

    private void document() {
        Position begin = yaml.position();
        Present present = yaml.object("the file", Members.of("schemaVersion", "exceptions"), member -> {
            if (member.equals("schemaVersion")) {
                yaml.value(member, AcceptedRiskReader::version);
            } else {
                yaml.list(member, this::risk);
            }
        });
        if (present.lacks(List.of("schemaVersion"))) {
            problems.add(begin, "schemaVersion is missing; write schemaVersion: 1");
        }
    }

    private static String version(String text) {
        if (!text.equals("1")) {
            throw new InvalidValueException("this program reads schemaVersion 1");
        }
        return text;
    }

    private void risk() {
        Position begin = yaml.position();
        Map<String, String> texts = new HashMap<>();
        AtomicReference<@Nullable LocalDate> until = new AtomicReference<>();
        Present present = yaml.object("an exception", MEMBERS, member -> {
            if (member.equals("until")) {
                until.set(yaml.value(member, AcceptedRiskReader::date));
            } else {
                texts.put(member, yaml.value(member, text -> text(member, text)));
            }
        });
        if (NEEDED.stream().anyMatch(member -> present.lacks(List.of(member)))) {
            problems.add(begin, "an exception has finding, reason and until");
        }
        LocalDate last = until.get();
        if (last == null || !texts.containsKey("finding") || !texts.containsKey("reason")) {
            return;
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
            throw new InvalidValueException("until is not a date, as in 2027-03-31");
        }
    }
}

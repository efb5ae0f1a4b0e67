package dev.shareimage.app.manifest;

import dev.shareimage.app.manifest.YamlEvents.Present;
import dev.shareimage.domain.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a manifest was cut off, because {@code apply} would unshare what is missing. A manifest that {@code
 * export} wrote ends with the number of its images and targets.
 */
final class CutOffCheck {

    private static final Members TOTAL = Members.of("images", "targets");

    private final YamlEvents yaml;
    private final DocumentProblems problems;
    private boolean exported;
    private @Nullable ManifestTotal total;

    CutOffCheck(YamlEvents yaml, DocumentProblems problems) {
        this.yaml = yaml;
        this.problems = problems;
    }

    /** Reads whether {@code export} wrote the manifest. */
    void exported() {
        exported = yaml.value("exported", text -> Flags.parse("exported", text));
    }

    /** Reads the numbers at the end of the manifest. */
    void total() {
        int[] counts = new int[2];
        Position begin = yaml.position();
        Present present = yaml.object(
                "total",
                TOTAL,
                member -> counts[TOTAL.known().indexOf(member)] = yaml.value(member, CutOffCheck::count));
        if (present.members().size() < TOTAL.known().size()) {
            problems.add(begin, "total has images and targets");
        }
        total = new ManifestTotal(counts[0], counts[1]);
    }

    void requireWhole(Manifest manifest, Position end) {
        if (total == null && exported) {
            problems.add(end, "the end is missing, which export writes (total): export it again");
        }
        ManifestTotal found = ManifestTotal.of(manifest);
        if (total != null && problems.none() && !total.equals(found)) {
            problems.add(
                    end,
                    "something is missing or was changed: total says " + total + ", and there are " + found
                            + "; export it again, or write what you want it to hold: total: " + found.text());
        }
    }

    private static int count(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new InvalidValueException("total: a number is malformed: digits only");
        }
        return Integer.parseInt(text);
    }
}

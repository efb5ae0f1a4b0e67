package dev.shareimage.app.manifest;

import dev.shareimage.app.manifest.DocumentProblems.StopReading;
import dev.shareimage.domain.InvalidValueException;
import java.util.List;

/** The schema version of a manifest. */
final class SchemaVersion {

    private static final List<String> KNOWN = List.of("1", "2");

    private SchemaVersion() {}

    /** A version that this program reads. */
    static int of(String text) {
        if (!KNOWN.contains(text)) {
            throw new InvalidValueException(
                    "this schemaVersion is not known; this program reads " + String.join(" and ", KNOWN));
        }
        return Integer.parseInt(text);
    }

    /**
     * Finds the version. It may be anywhere in a manifest, and it decides how the rest is read.
     *
     * @return the newest version if there is none
     */
    static int in(String text) {
        int[] version = {Manifest.SCHEMA_VERSION};
        DocumentProblems ignored = new DocumentProblems("");
        YamlEvents yaml = new YamlEvents(ignored, text);
        try {
            yaml.document(() -> yaml.namedObject("", name -> {}, member -> {
                if (member.equals("schemaVersion")) {
                    version[0] = yaml.value(member, SchemaVersion::of);
                    throw new StopReading();
                }
                yaml.skip();
            }));
        } catch (StopReading e) {
            // Either the version was found, or the actual reading reports the problem.
        }
        return version[0];
    }
}

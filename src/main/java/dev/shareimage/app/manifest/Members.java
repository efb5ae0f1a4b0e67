package dev.shareimage.app.manifest;

import dev.shareimage.domain.InvalidValueException;
import java.util.List;

/**
 * The allowed members of an object.
 *
 * @param known the members of the version that is being read
 * @param later the members that only a later version has
 */
public record Members(List<String> known, List<String> later) {

    /** Creates members that all versions have. */
    public static Members of(String... known) {
        return new Members(List.of(known), List.of());
    }

    /** Returns the members of the version: those of the first version, or of all later ones. */
    Members in(boolean extended, List<String> first) {
        List<String> others =
                known.stream().filter(member -> !first.contains(member)).toList();
        return extended ? this : new Members(first, others);
    }

    /** Throws for an unknown member. */
    void check(String what, String member) {
        if (later.contains(member)) {
            throw new InvalidValueException(member + " is read from schemaVersion: 2 on");
        }
        if (!known.contains(member)) {
            throw new InvalidValueException("this is not a member of " + what + "; known are " + this);
        }
    }

    @Override
    public String toString() {
        return String.join(", ", known);
    }
}

package dev.shareimage.app.manifest;

import dev.shareimage.domain.InvalidValueException;
import java.util.List;

/**
 * The members that an object may have.
 *
 * @param known by the version that is being read
 * @param later those that only a later version has
 */
public record Members(List<String> known, List<String> later) {

    /** The same in all versions. */
    public static Members of(String... known) {
        return new Members(List.of(known), List.of());
    }

    /** The same members where all versions but the first have them; else those that the first had. */
    Members in(boolean extended, List<String> first) {
        List<String> others =
                known.stream().filter(member -> !first.contains(member)).toList();
        return extended ? this : new Members(first, others);
    }

    /** Complains about a member that is none. */
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

package dev.shareimage.sandbox.iam;

import java.util.List;
import java.util.Locale;

/**
 * The values of an {@code Action} or {@code Resource} member.
 *
 * @param negated for {@code NotAction} and {@code NotResource}, which select everything else
 */
record Selection(List<String> patterns, boolean negated) {

    boolean selects(String name) {
        return patterns.stream().anyMatch(pattern -> Wildcards.matches(pattern, name)) != negated;
    }

    boolean selectsIgnoringCase(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return patterns.stream().anyMatch(pattern -> Wildcards.matches(pattern.toLowerCase(Locale.ROOT), lower))
                != negated;
    }
}

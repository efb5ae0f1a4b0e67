package dev.shareimage.sandbox.fault;

import dev.shareimage.sandbox.world.AssociationRule;
import java.util.List;
import java.util.Optional;

/** Reads the exceptions for associations of resource shares. */
final class AssociationRules {

    /** The documented reasons why an association fails, and {@code hang} for one that never ends. */
    static final List<String> FAILURES = List.of(
            "hang",
            "Unavailable",
            "LimitExceeded",
            "ZonalResourceInaccessible",
            "UnsupportedOperation",
            "InternalError");

    private static final List<String> TYPES = List.of("Resource", "Target");
    private static final List<String> OPERATIONS = List.of("Associate", "Disassociate");

    private AssociationRules() {}

    static List<AssociationRule> read(List<Members> rules) {
        return rules.stream().map(AssociationRules::rule).toList();
    }

    /** The named type, or empty for both. */
    static Optional<String> type(Members members) {
        return members.oneOf("of", TYPES);
    }

    private static AssociationRule rule(Members members) {
        AssociationRule rule = new AssociationRule(
                type(members).orElse(null),
                members.text("entity").orElse(null),
                members.oneOf("operation", OPERATIONS).orElse(null),
                members.number("delayMillis").orElse(0),
                members.oneOf("failure", FAILURES).orElse(null));
        members.requireAllRead();
        return rule;
    }
}

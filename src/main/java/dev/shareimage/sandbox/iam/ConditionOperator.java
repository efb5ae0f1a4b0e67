package dev.shareimage.sandbox.iam;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;

/**
 * A comparison of a condition.
 *
 * @param negated whether it is met if the comparison fails
 */
record ConditionOperator(String name, boolean isNegated, BiPredicate<String, String> comparison) {

    private static final Map<String, BiPredicate<String, String>> COMPARISONS = Map.ofEntries(
            Map.entry("StringEquals", String::equals),
            Map.entry("StringEqualsIgnoreCase", String::equalsIgnoreCase),
            Map.entry("StringLike", Wildcards::matches),
            Map.entry("Bool", (value, actual) -> value.toLowerCase(Locale.ROOT).equals(actual)),
            Map.entry("NumericEquals", numbers(order -> order == 0)),
            Map.entry("NumericLessThan", numbers(order -> order < 0)),
            Map.entry("NumericLessThanEquals", numbers(order -> order <= 0)),
            Map.entry("NumericGreaterThan", numbers(order -> order > 0)),
            Map.entry("NumericGreaterThanEquals", numbers(order -> order >= 0)),
            Map.entry("DateEquals", dates(order -> order == 0)),
            Map.entry("DateLessThan", dates(order -> order < 0)),
            Map.entry("DateLessThanEquals", dates(order -> order <= 0)),
            Map.entry("DateGreaterThan", dates(order -> order > 0)),
            Map.entry("DateGreaterThanEquals", dates(order -> order >= 0)),
            Map.entry("IpAddress", String::equals));

    private static final Map<String, String> NEGATIONS = Map.of(
            "StringNotEquals", "StringEquals",
            "StringNotEqualsIgnoreCase", "StringEqualsIgnoreCase",
            "StringNotLike", "StringLike",
            "NumericNotEquals", "NumericEquals",
            "DateNotEquals", "DateEquals",
            "NotIpAddress", "IpAddress");

    /** The operator; empty for a name that the policy language does not have. */
    static Optional<ConditionOperator> find(String name) {
        String positive = NEGATIONS.getOrDefault(name, name);
        return Optional.ofNullable(COMPARISONS.get(positive))
                .map(comparison -> new ConditionOperator(name, !positive.equals(name), comparison));
    }

    boolean compares(String value, String actual) {
        return comparison.test(value, actual);
    }

    private static BiPredicate<String, String> numbers(IntPredicate accepted) {
        return (value, actual) -> {
            try {
                return accepted.test(new BigDecimal(actual).compareTo(new BigDecimal(value)));
            } catch (NumberFormatException incomparable) {
                return false;
            }
        };
    }

    private static BiPredicate<String, String> dates(IntPredicate accepted) {
        return (value, actual) -> {
            try {
                return accepted.test(Instant.parse(actual).compareTo(Instant.parse(value)));
            } catch (DateTimeParseException incomparable) {
                return false;
            }
        };
    }
}

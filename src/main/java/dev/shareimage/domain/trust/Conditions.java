package dev.shareimage.domain.trust;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Evaluates the condition of a statement for a target.
 *
 * <p>The vendor documents five kinds of operators: string, number, date, Boolean and IP address ("Conditional operators"
 * in the RAM documentation). A target has a directory and a path, and both are text. So only string operators can be
 * evaluated. The result of any other operator, key or value is unknown.
 */
final class Conditions {

    private static final Pattern STRING_OPERATOR =
            Pattern.compile("(ForAnyValue:|ForAllValues:)?String(Not)?(Equals|EqualsIgnoreCase|Like)(IfExists)?");

    private Conditions() {}

    static boolean isNone(JsonNode condition) {
        return condition.isMissingNode() || condition.isNull() || (condition.isContainerNode() && condition.isEmpty());
    }

    /**
     * The part of the target's accounts that meets the condition.
     *
     * @param known what is known about the condition keys of requests for the target
     */
    static Extent hold(JsonNode condition, Map<String, KnownText> known) {
        if (isNone(condition)) {
            return Extent.ALL;
        }
        if (!condition.isObject()) {
            return Extent.UNKNOWN;
        }
        return condition
                .propertyStream()
                .map(operator -> operator(operator.getKey(), operator.getValue(), known))
                .reduce(Extent.ALL, Extent::and);
    }

    private static Extent operator(String name, JsonNode keys, Map<String, KnownText> known) {
        Matcher operator = STRING_OPERATOR.matcher(name);
        if (!operator.matches() || !keys.isObject() || keys.isEmpty()) {
            return Extent.UNKNOWN;
        }
        return keys.propertyStream()
                .map(key ->
                        compare(operator, known.getOrDefault(key.getKey(), new KnownText.Unknown()), key.getValue()))
                .reduce(Extent.ALL, Extent::and);
    }

    private static Extent compare(Matcher operator, KnownText text, JsonNode values) {
        boolean list = values.isArray() && !values.isEmpty();
        if (!list && !values.isTextual()) {
            return Extent.UNKNOWN;
        }
        Function<String, Extent> comparison = comparison(operator.group(3), text);
        Extent fits = (list ? values.valueStream() : Stream.of(values))
                .map(value -> isPlain(value) ? comparison.apply(value.textValue()) : Extent.UNKNOWN)
                .reduce(Extent.NONE, Extent::or);
        boolean negated = operator.group(2) != null;
        boolean absentMayHold = negated || operator.group(1) != null || operator.group(4) != null;
        if (!text.present() && absentMayHold) {
            return Extent.UNKNOWN;
        }
        return negated ? fits.not() : fits;
    }

    private static Function<String, Extent> comparison(String name, KnownText text) {
        return switch (name) {
            case "Equals" -> text::equalTo;
            case "Like" -> pattern -> text.like(new Glob(pattern));
            default -> value -> text.folded().equalTo(value.toLowerCase(Locale.ROOT));
        };
    }

    /** Whether it is text without variables. The cloud replaces variables. */
    private static boolean isPlain(JsonNode value) {
        return value.isTextual() && !value.textValue().contains("${");
    }
}

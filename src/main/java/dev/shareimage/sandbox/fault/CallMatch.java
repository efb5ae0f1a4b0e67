package dev.shareimage.sandbox.fault;

import dev.shareimage.sandbox.wire.Attempt;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The calls that a rule applies to. In every pattern {@code *} matches any text.
 *
 * @param product pattern, such as {@code Ecs}
 * @param action pattern, such as {@code Describe*}
 * @param caller pattern of the ARN, the account id or the access key id
 * @param parameters patterns of values, by name; a parameter that was not sent is empty
 */
record CallMatch(String product, String action, String caller, Map<String, String> parameters) {

    public CallMatch {
        parameters = Map.copyOf(parameters);
    }

    boolean matches(Attempt attempt) {
        return matchesProduct(product, attempt.product())
                && matches(action, attempt.action())
                && matchesCaller(attempt)
                && parameters.entrySet().stream()
                        .allMatch(parameter -> matches(
                                parameter.getValue(),
                                attempt.parameters().find(parameter.getKey()).orElse("")));
    }

    /** People write {@code ECS} and {@code ecs}, too. */
    static boolean matchesProduct(String pattern, String product) {
        return matches(pattern.toLowerCase(Locale.ROOT), product.toLowerCase(Locale.ROOT));
    }

    private boolean matchesCaller(Attempt attempt) {
        return matches(caller, attempt.caller().arn())
                || matches(caller, attempt.caller().accountId())
                || matches(caller, attempt.accessKeyId());
    }

    private static boolean matches(String pattern, String text) {
        return text.matches("(?s)" + Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
    }
}

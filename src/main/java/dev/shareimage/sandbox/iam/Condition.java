package dev.shareimage.sandbox.iam;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of a statement's condition: a key against values of which one must fit, or, for a negated operator,
 * none may.
 */
record Condition(ConditionOperator operator, String key, List<String> values) {

    /**
     * Whether it holds. A key that the request does not have fits no value (assumed: the vendor does not say).
     */
    boolean holds(Map<String, String> context) {
        @Nullable String actual = context.get(key);
        boolean fits = actual != null && values.stream().anyMatch(value -> operator.compares(value, actual));
        return fits != operator.isNegated();
    }
}

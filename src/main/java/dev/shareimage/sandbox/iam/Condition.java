package dev.shareimage.sandbox.iam;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of a statement's condition. One of the values must match the key, or, for a negated operator, none.
 */
record Condition(ConditionOperator operator, String key, List<String> values) {

    /**
     * Whether it is met. A key that the request does not have matches no value (assumed, because the vendor does not
     * say).
     */
    boolean holds(Map<String, String> context) {
        @Nullable String actual = context.get(key);
        boolean fits = actual != null && values.stream().anyMatch(value -> operator.compares(value, actual));
        return fits != operator.isNegated();
    }
}

package dev.shareimage.sandbox.iam;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One statement of a policy.
 *
 * @param allows false for {@code Deny}
 * @param principals by kind ({@code Service}, {@code RAM}, {@code Federated}); empty in a permission policy
 * @param actions empty when the statement has neither {@code Action} nor {@code NotAction}
 * @param resources empty when the statement has neither {@code Resource} nor {@code NotResource}
 */
record Statement(
        boolean allows,
        Map<String, List<String>> principals,
        Optional<Selection> actions,
        Optional<Selection> resources,
        List<Condition> conditions) {

    boolean concerns(String action) {
        return actions.isPresent() && actions.get().selectsIgnoringCase(action);
    }

    boolean concerns(String action, String resource) {
        return concerns(action) && resources.isPresent() && resources.get().selects(resource);
    }

    boolean holds(Map<String, String> context) {
        return conditions.stream().allMatch(condition -> condition.holds(context));
    }

    List<String> principals(String kind) {
        return principals.getOrDefault(kind, List.of());
    }
}

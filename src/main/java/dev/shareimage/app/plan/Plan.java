package dev.shareimage.app.plan;

import java.util.List;

/**
 * The changes to make, in order: role, trust, policy, then shares; or removed shares, then trust.
 *
 * <p>A plan is a value, so printing, confirming and carrying out use the same steps.
 */
public record Plan(List<Step> steps) {

    public Plan {
        steps = List.copyOf(steps);
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** Whether somebody loses an image or the key. */
    public boolean takesAway() {
        return steps.stream().anyMatch(Step::takesAway);
    }
}

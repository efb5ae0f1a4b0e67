package dev.shareimage.app.plan;

import java.util.List;

/**
 * What will be changed, in order: role, trust, policy, then shares (or: shares taken away, then trust).
 *
 * <p>A value: printing it, confirming it and doing it see the same thing.
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

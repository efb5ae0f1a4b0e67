package dev.shareimage.sandbox.fault;

import java.util.List;

/**
 * A scenario.
 *
 * @param seed the seed for random choices; equal seeds choose the same calls
 * @param settings changes of the world's settings while the plan is active
 * @param imageSettings changes of its image settings
 * @param rules the rules, which are all checked for each call, in this order
 */
public record FaultPlan(long seed, SettingsChange settings, ImageSettingsChange imageSettings, List<FaultRule> rules) {

    /** No faults. */
    public static final FaultPlan NONE = new FaultPlan(0, SettingsChange.NONE, ImageSettingsChange.NONE, List.of());

    public FaultPlan {
        rules = List.copyOf(rules);
    }

    /**
     * Reads a plan from JSON: {@code {"seed":7,"settings":{"ramReadLagMillis":500},"rules":[{"product":"Ecs",
     * "action":"Describe*","from":2,"count":1,"effect":{"type":"throttle"}}]}}.
     *
     * @throws IllegalArgumentException naming the place, when the text is no plan; unknown members are an error
     */
    public static FaultPlan parse(String json) {
        return FaultPlanReader.read(json);
    }
}

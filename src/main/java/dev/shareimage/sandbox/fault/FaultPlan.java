package dev.shareimage.sandbox.fault;

import java.util.List;

/**
 * A scenario.
 *
 * @param seed of the choice of calls where that is left to chance; equal seeds choose the same of equal sequences
 * @param settings what is changed about the world while the plan is in force
 * @param imageSettings likewise, about its images
 * @param rules all of which are asked about each call, in this order
 */
public record FaultPlan(long seed, SettingsChange settings, ImageSettingsChange imageSettings, List<FaultRule> rules) {

    /** Nothing goes wrong. */
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

package dev.shareimage.app;

import dev.shareimage.app.plan.Plan;

/**
 * What a command would change. It is made from reads alone, shown, confirmed, and then applied.
 *
 * <p>{@code share}, {@code unshare}, {@code create-role}, {@code set-trust} and {@code apply} all make proposals, so
 * dry runs, confirmation and JSON work in the same way for all of them.
 */
public interface Proposal {

    /**
     * The findings and the plan, with status {@code PLANNED}, {@code UNCHANGED}, or {@code FAILED} if a check failed.
     */
    Report preview();

    /** The changes; an empty plan if there are none. */
    Plan plan();

    /**
     * What a person should know before confirming, one sentence each. Examples: the accounts can read all data of the
     * image, or who loses access.
     */
    java.util.List<String> warnings();

    /** The same, but a long list of targets that are only possibly affected is shortened to the first of them. */
    default java.util.List<String> briefWarnings() {
        return warnings();
    }

    /**
     * Carries out the plan, reads back and reports. A new run may repeat it at any time.
     *
     * @throws IllegalStateException if a check failed
     */
    Report apply(Progress progress);

    /** Whether the plan changes nothing. */
    default boolean changesNothing() {
        return plan().isEmpty();
    }
}

package dev.shareimage.app;

import dev.shareimage.app.plan.Plan;

/**
 * What a changing command would do: made from reads alone, shown, confirmed, then applied.
 *
 * <p>{@code share}, {@code unshare}, {@code create-role}, {@code set-trust} and {@code apply} all come to one of these, so
 * that a dry run, a confirmation and JSON work the same for all.
 */
public interface Proposal {

    /** What was found and what would be done: status {@code PLANNED}, {@code UNCHANGED} or, when blocked, {@code FAILED}. */
    Report preview();

    /** What would be changed; empty when nothing is. */
    Plan plan();

    /**
     * What a person should know before agreeing, such as that the accounts can read all data of the image, or who loses
     * access; a sentence each.
     */
    java.util.List<String> warnings();

    /**
     * Does it, reads back and reports; may be repeated by a new run at any time.
     *
     * @throws IllegalStateException when a check failed
     */
    Report apply(Progress progress);

    /** Whether anything would be changed. */
    default boolean changesNothing() {
        return plan().isEmpty();
    }
}

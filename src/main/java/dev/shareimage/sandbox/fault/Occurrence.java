package dev.shareimage.sandbox.fault;

import java.util.SplittableRandom;

/**
 * Which of the matching calls a rule affects.
 *
 * @param from the first one, counted from 1
 * @param count the maximum number
 * @param every 1 for each, 2 for every second, …
 * @param probability the probability for each of these, 0 to 1
 */
record Occurrence(int from, int count, int every, double probability) {

    /**
     * @param number of the matching call, counted from 1
     * @param seed of the plan and the rule
     */
    boolean includes(int number, long seed) {
        int since = number - from;
        return since >= 0
                && since % every == 0
                && since / every < count
                && new SplittableRandom(seed * 31 + number).nextDouble() < probability;
    }
}

package dev.shareimage.cli.options;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Suggests what a user may have meant. */
public final class Suggestions {

    private static final int MAX_DISTANCE = 3;

    private Suggestions() {}

    /** The nearest candidate, if there is one: at most a few typing errors away, or containing the text. */
    public static Optional<String> nearest(String text, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> isNear(text, candidate))
                .min(Comparator.<String>comparingInt(candidate -> distance(text, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean isNear(String text, String candidate) {
        boolean part = text.length() > 3 && candidate.contains(text);
        return part || distance(text, candidate) <= Math.min(MAX_DISTANCE, candidate.length() / 3);
    }

    /** The number of characters to insert, delete, replace or swap with their neighbor (optimal string alignment). */
    static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}

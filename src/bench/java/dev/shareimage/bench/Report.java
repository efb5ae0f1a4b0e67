package dev.shareimage.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of results. */
final class Report {

    private final List<String> lines = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final double slack;
    private int missed;

    /** @param slack the factor by which a ratio may exceed its goal */
    Report(double slack) {
        this.slack = slack;
    }

    /** A ratio to another program, with a maximum. */
    void ratio(String what, Duration ours, String peer, Duration theirs, double ratio, double target) {
        row(what, millis(ours), peer + ": " + millis(theirs), number(ratio), "≤ " + number(target * slack), ratio <= target * slack);
    }

    /** A number with a maximum. */
    void count(String what, long ours, String unit, long target) {
        row(what, ours + " " + unit, "", "", "≤ " + target, ours <= target);
    }

    /** A value without a goal. */
    void fact(String what, Duration ours, String beside) {
        add(what, millis(ours), beside, "", "", "");
    }

    /** A scenario that was left out, and why. */
    void note(String text) {
        notes.add(text);
        System.err.println(text);
    }

    boolean allMet() {
        return missed == 0;
    }

    private void row(String what, String ours, String peer, String ratio, String target, boolean met) {
        if (!met) {
            missed++;
        }
        add(what, ours, peer, ratio, target, met ? "yes" : "**no**");
    }

    private void add(String... columns) {
        String line = "| " + String.join(" | ", columns) + " |";
        System.err.println(line);
        lines.add(line);
    }

    String markdown() {
        StringBuilder text = new StringBuilder("| what | share-image | beside it | ratio | target | met |\n"
                + "|---|---|---|---|---|---|\n");
        lines.forEach(line -> text.append(line).append('\n'));
        notes.forEach(note -> text.append('\n').append(note).append('\n'));
        return text.toString();
    }

    static String millis(Duration time) {
        return time.toMillis() + " ms";
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}

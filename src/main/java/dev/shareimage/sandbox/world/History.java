package dev.shareimage.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The recent changes, so that a read can show an earlier state. */
final class History {

    /** Maximum age of the changes that are kept. */
    static final Duration KEPT = Duration.ofMinutes(2);

    private static final int MAX_TRANSACTIONS = 10_000;

    private final Deque<Transaction> newestFirst = new ArrayDeque<>();

    void add(Instant moment, List<Change> changes) {
        newestFirst.addFirst(new Transaction(moment, changes));
        Instant oldest = moment.minus(KEPT);
        while (newestFirst.size() > MAX_TRANSACTIONS
                || newestFirst.getLast().moment().isBefore(oldest)) {
            newestFirst.removeLast();
        }
    }

    /** The changes after a moment, newest first. */
    List<Change> after(Instant moment) {
        List<Change> changes = new ArrayList<>();
        for (Transaction transaction : newestFirst) {
            if (!transaction.moment().isAfter(moment)) {
                break;
            }
            changes.addAll(transaction.newestFirst());
        }
        return changes;
    }

    private record Transaction(Instant moment, List<Change> newestFirst) {}
}

package dev.shareimage.sandbox.world;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The changes of the current transaction. */
final class Journal {

    private final Deque<Change> newestFirst = new ArrayDeque<>();

    void record(Change change) {
        newestFirst.push(change);
    }

    boolean isEmpty() {
        return newestFirst.isEmpty();
    }

    /** Keeps the changes, and returns them with the newest first. */
    List<Change> close() {
        List<Change> changes = List.copyOf(newestFirst);
        newestFirst.clear();
        return changes;
    }

    void undo() {
        while (!newestFirst.isEmpty()) {
            newestFirst.pop().undo().run();
        }
    }
}

package dev.shareimage.sandbox.world;

import java.util.ArrayDeque;
import java.util.Deque;

/** What a transaction changed so far, as the steps that would undo it. */
final class Journal {

    private final Deque<Runnable> undoSteps = new ArrayDeque<>();

    void record(Runnable undoStep) {
        undoSteps.push(undoStep);
    }

    boolean isEmpty() {
        return undoSteps.isEmpty();
    }

    void forget() {
        undoSteps.clear();
    }

    void undo() {
        while (!undoSteps.isEmpty()) {
            undoSteps.pop().run();
        }
    }
}

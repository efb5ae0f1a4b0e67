package dev.shareimage.sandbox.world;

/** One step of a transaction, which can be undone. */
record Change(Runnable undo, Runnable redo) {}

package dev.shareimage.sandbox.world;

/** One step of a transaction, there and back. */
record Change(Runnable undo, Runnable redo) {}

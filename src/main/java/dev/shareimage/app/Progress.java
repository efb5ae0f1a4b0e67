package dev.shareimage.app;

/** Receives the progress of a running command. It is called by several threads. */
public interface Progress {

    /** Ignores all progress. */
    Progress SILENT = new Progress() {
        @Override
        public void step(String what) {}

        @Override
        public void advance(String what, int done, int total) {}
    };

    /** A step was done, or the command waits for something: one plain line in a log. */
    void step(String what);

    /** The progress of a long task. */
    void advance(String what, int done, int total);

    /** Something that takes its time has come this far, from 0 to 100. */
    default void percent(String what, int percent) {
        advance(what, percent, 100);
    }
}

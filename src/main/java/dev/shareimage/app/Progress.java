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

    /** A step is complete, or the command waits for something. A log shows it as one plain line. */
    void step(String what);

    /** The progress of a long task. */
    void advance(String what, int done, int total);

    /** The progress of a long task, from 0 to 100. */
    default void percent(String what, int percent) {
        advance(what, percent, 100);
    }
}

package dev.shareimage.app;

/** Where a running command tells how far it is. Called from several threads at once. */
public interface Progress {

    /** Tells nobody. */
    Progress SILENT = new Progress() {
        @Override
        public void step(String what) {}

        @Override
        public void advance(String what, int done, int total) {}
    };

    /** Something was done or is being waited for: one plain line in a log. */
    void step(String what);

    /** A long piece of work has come this far. */
    void advance(String what, int done, int total);
}

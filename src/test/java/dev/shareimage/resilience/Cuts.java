package dev.shareimage.resilience;

import java.util.ArrayList;
import java.util.List;

/** The calls at which a run loses the cloud, evenly chosen, each before and after the cloud carries it out. */
final class Cuts {

    /** {@code -Dshare-image.cuts=N} sets another number. */
    private static final int MAX = Integer.getInteger("share-image.cuts", 4);

    private Cuts() {}

    /** Stops a run at one call, repeats it, and returns what is wrong afterwards. */
    @FunctionalInterface
    interface Cut<E extends Exception> {
        List<String> failures(int call, String when) throws E;
    }

    /** The problems after all interruptions. */
    static <E extends Exception> List<String> of(int calls, Cut<E> cut) throws E {
        List<String> failures = new ArrayList<>();
        int stride = (calls + MAX - 1) / MAX;
        for (int call = (stride + 1) / 2; call <= calls; call += stride) {
            for (String when : List.of("before", "after")) {
                failures.addAll(cut.failures(call, when));
            }
        }
        return failures;
    }
}

package dev.shareimage.resilience;

import java.util.ArrayList;
import java.util.List;

/** The calls at which a run is cut off: spread over all of them, each before and after the cloud carries it out. */
final class Cuts {

    /** More with {@code -Dshare-image.cuts=N}. */
    private static final int MAX = Integer.getInteger("share-image.cuts", 4);

    private Cuts() {}

    /** Cuts a run off at one call and repeats it. Returns what is wrong afterwards. */
    @FunctionalInterface
    interface Cut<E extends Exception> {
        List<String> failures(int call, String when) throws E;
    }

    /** What is wrong after all cuts. */
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

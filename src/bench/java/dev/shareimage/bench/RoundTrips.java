package dev.shareimage.bench;

import dev.shareimage.sandbox.wire.CallLog;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The dependencies between calls, from the log of requests. */
final class RoundTrips {

    private RoundTrips() {}

    /** The longest chain of calls in which each began after the end of the one before. */
    static int onCriticalPath(List<CallLog.Entry> calls) {
        int chain = 0;
        Instant last = Instant.MIN;
        for (CallLog.Entry call :
                calls.stream().sorted(Comparator.comparing(CallLog.Entry::end)).toList()) {
            if (!call.start().isBefore(last)) {
                chain++;
                last = call.end();
            }
        }
        return chain;
    }
}

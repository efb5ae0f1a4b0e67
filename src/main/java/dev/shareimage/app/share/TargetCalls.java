package dev.shareimage.app.share;

import dev.shareimage.app.run.ConsistencyWait;
import dev.shareimage.app.run.RunClock;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.ResourceShares;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Adds targets to a resource share, or removes them, five in one call. If the cloud refuses one target, each target of
 * the call is sent alone, so that the others are not affected.
 */
final class TargetCalls {

    /** The code for a target whose other operation is in progress. This operation can start after it. */
    private static final Set<String> CONFLICTS =
            Set.of("AssociateConflict", "DisassociateConflict", "ExternalTargetWithdrawConflict");

    private final RunClock clock;

    TargetCalls(RunClock clock) {
        this.clock = clock;
    }

    /** A call with at most five targets. */
    @FunctionalInterface
    interface Send {
        void send(List<String> targets) throws CloudException;
    }

    /**
     * Sends all targets.
     *
     * @return the failures by target; only a read tells the result of all targets
     * @throws CloudException if the run is to end
     */
    Map<String, CloudException> send(List<String> targets, Send call) throws CloudException {
        Map<String, CloudException> failures = new LinkedHashMap<>();
        Deque<List<String>> chunks = new ArrayDeque<>();
        for (int from = 0; from < targets.size(); from += ResourceShares.MAX_TARGETS_PER_CALL) {
            chunks.add(targets.subList(from, Math.min(from + ResourceShares.MAX_TARGETS_PER_CALL, targets.size())));
        }
        while (!chunks.isEmpty()) {
            List<String> chunk = chunks.remove();
            try {
                attempt(chunk, call);
            } catch (CloudException e) {
                if (e.kind() == Kind.INTERRUPTED) {
                    throw e;
                }
                if (chunk.size() > 1 && concernsOneTarget(e)) {
                    chunk.forEach(target -> chunks.add(List.of(target)));
                } else {
                    chunk.forEach(target -> failures.put(target, e));
                }
            }
        }
        return failures;
    }

    /** Whether the other targets of the call may be right. */
    static boolean concernsOneTarget(CloudException e) {
        return e.code().startsWith("InvalidTarget")
                || e.code().equals("DisassociateInvalid")
                || CONFLICTS.contains(e.code());
    }

    private void attempt(List<String> chunk, Send call) throws CloudException {
        ConsistencyWait wait = new ConsistencyWait(clock, "ListResourceShareAssociations");
        while (true) {
            try {
                call.send(chunk);
                return;
            } catch (CloudException e) {
                if (chunk.size() > 1 || !CONFLICTS.contains(e.code())) {
                    throw e;
                }
            }
            wait.pause();
        }
    }
}

package dev.shareimage.app.fake;

import dev.shareimage.app.run.RunClock;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What happens around each call: it is logged, takes its time, and fails where the script says so. */
public final class CallScript {

    private static final Set<String> WRITES = Set.of(
            "CopyImage",
            "ModifyImageSharePermission",
            "CreateRole",
            "UpdateRole",
            "AttachPolicyToRole",
            "CreateResourceShare",
            "AssociateResourceShare",
            "DisassociateResourceShare",
            "DeleteResourceShare");

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Deque<Hook>> before = new HashMap<>();
    private final Map<String, Deque<Hook>> after = new HashMap<>();
    private final Map<String, Hook> always = new HashMap<>();
    private final RunClock.Sleeper sleeper;
    private volatile Supplier<Duration> requestLatency = () -> Duration.ZERO;
    private volatile Supplier<Duration> responseLatency = () -> Duration.ZERO;

    CallScript(RunClock.Sleeper sleeper) {
        this.sleeper = sleeper;
    }

    /** Something that happens at a call, or the failure that it meets. */
    @FunctionalInterface
    public interface Hook {
        void happen() throws CloudException;
    }

    /** What a call does. */
    @FunctionalInterface
    interface Act<T> {
        T play() throws CloudException;
    }

    /** At the next call of that name, before it does anything; several cues are for as many calls. */
    public synchronized void before(String call, Hook hook) {
        before.computeIfAbsent(call, name -> new ArrayDeque<>()).add(hook);
    }

    /** At the next call of that name, when its work is done and its answer on the way. */
    public synchronized void after(String call, Hook hook) {
        after.computeIfAbsent(call, name -> new ArrayDeque<>()).add(hook);
    }

    /** At every call of that name. */
    public synchronized void always(String call, Hook hook) {
        always.put(call, hook);
    }

    /** Every call of that name fails with this. */
    public void refuse(CloudException failure) {
        always(failure.call(), () -> {
            throw failure;
        });
    }

    /** The next call of that name fails with this. */
    public void refuseOnce(CloudException failure) {
        before(failure.call(), () -> {
            throw failure;
        });
    }

    /** How long a call takes until its work is done, and from then on until its answer is there. */
    public void latency(Supplier<Duration> request, Supplier<Duration> answer) {
        requestLatency = request;
        responseLatency = answer;
    }

    /** The calls so far, in the order in which they were begun, each with what it was about. */
    public List<String> calls() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    /** The calls that would change something. */
    public List<String> writes() {
        return calls().stream()
                .filter(call -> WRITES.contains(call.split(" ", 2)[0]))
                .toList();
    }

    /** Forgets the calls so far. */
    public void forget() {
        log.clear();
    }

    <T> T play(String call, Object subject, Act<T> act) throws CloudException {
        log.add((call + " " + subject).strip());
        pass(requestLatency.get());
        happen(standing(call));
        happen(next(before, call));
        T answer = act.play();
        pass(responseLatency.get());
        happen(next(after, call));
        return answer;
    }

    private void pass(Duration time) throws CloudException {
        try {
            if (!time.isZero()) {
                sleeper.sleep(time);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudException(Kind.INTERRUPTED, "", "Interrupted", "the call was interrupted");
        }
    }

    private static void happen(@Nullable Hook hook) throws CloudException {
        if (hook != null) {
            hook.happen();
        }
    }

    private synchronized @Nullable Hook standing(String call) {
        return always.get(call);
    }

    private synchronized @Nullable Hook next(Map<String, Deque<Hook>> cues, String call) {
        Deque<Hook> waiting = cues.get(call);
        return waiting == null ? null : waiting.poll();
    }
}

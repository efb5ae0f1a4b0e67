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

/** Logs each call, lets its latency pass, and makes it fail where the script says so. */
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

    /** Something that happens before or after a call. It can fail the call. */
    @FunctionalInterface
    public interface Hook {
        void happen() throws CloudException;
    }

    /** The work of a call. */
    @FunctionalInterface
    interface Act<T> {
        T play() throws CloudException;
    }

    /** Runs before the next call with this name does its work. Each event applies to one call. */
    public synchronized void before(String call, Hook hook) {
        before.computeIfAbsent(call, name -> new ArrayDeque<>()).add(hook);
    }

    /** Runs after the next call with this name has done its work, before its answer arrives. */
    public synchronized void after(String call, Hook hook) {
        after.computeIfAbsent(call, name -> new ArrayDeque<>()).add(hook);
    }

    /** Runs before every call with this name. */
    public synchronized void always(String call, Hook hook) {
        always.put(call, hook);
    }

    /** Makes every call with this name fail. */
    public void refuse(CloudException failure) {
        always(failure.call(), () -> {
            throw failure;
        });
    }

    /** Makes the next call with this name fail. */
    public void refuseOnce(CloudException failure) {
        before(failure.call(), () -> {
            throw failure;
        });
    }

    /** Sets how long a request takes to arrive, and how long its answer takes to come back. */
    public void latency(Supplier<Duration> request, Supplier<Duration> answer) {
        requestLatency = request;
        responseLatency = answer;
    }

    /** The calls so far in the order of their starts, each with its object. */
    public List<String> calls() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    /** The calls that change something. */
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
        happen(current(call));
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

    private synchronized @Nullable Hook current(String call) {
        return always.get(call);
    }

    private synchronized @Nullable Hook next(Map<String, Deque<Hook>> hooks, String call) {
        Deque<Hook> waiting = hooks.get(call);
        return waiting == null ? null : waiting.poll();
    }
}

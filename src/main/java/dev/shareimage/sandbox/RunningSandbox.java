package dev.shareimage.sandbox;

import dev.shareimage.sandbox.control.RequestLog;
import dev.shareimage.sandbox.fault.FaultPlan;
import dev.shareimage.sandbox.fault.Faults;
import dev.shareimage.sandbox.http.HttpServer;
import dev.shareimage.sandbox.wire.CallLog;
import java.net.URI;
import java.util.List;

/** A sandbox that listens until it is closed. */
public final class RunningSandbox implements AutoCloseable {

    private final HttpServer server;
    private final Faults faults;
    private final RequestLog log;

    RunningSandbox(HttpServer server, Faults faults, RequestLog log) {
        this.server = server;
        this.faults = faults;
        this.log = log;
    }

    /** Where it listens, such as {@code http://127.0.0.1:40123}: the endpoint of every product. */
    public URI uri() {
        return server.uri();
    }

    /** What goes wrong from now on. */
    public void follow(FaultPlan plan) {
        faults.follow(plan);
    }

    /** The requests so far, oldest first. */
    public List<CallLog.Entry> requests() {
        return log.entries();
    }

    /** Cuts every connection. */
    @Override
    public void close() {
        server.close();
    }
}

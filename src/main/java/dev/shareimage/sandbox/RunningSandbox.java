package dev.shareimage.sandbox;

import dev.shareimage.sandbox.control.RequestLog;
import dev.shareimage.sandbox.fault.FaultPlan;
import dev.shareimage.sandbox.fault.Faults;
import dev.shareimage.sandbox.http.HttpServer;
import dev.shareimage.sandbox.wire.CallLog;
import java.net.URI;
import java.util.List;

/** A running sandbox. It listens until it is closed. */
public final class RunningSandbox implements AutoCloseable {

    private final HttpServer server;
    private final Faults faults;
    private final RequestLog log;

    RunningSandbox(HttpServer server, Faults faults, RequestLog log) {
        this.server = server;
        this.faults = faults;
        this.log = log;
    }

    /** The address of the sandbox, such as {@code http://127.0.0.1:40123}. It is the endpoint of every product. */
    public URI uri() {
        return server.uri();
    }

    /** Sets the faults from now on. */
    public void follow(FaultPlan plan) {
        faults.follow(plan);
    }

    /** The requests so far, oldest first. */
    public List<CallLog.Entry> requests() {
        return log.entries();
    }

    /** Stops listening and closes all connections. */
    @Override
    public void close() {
        server.close();
    }
}

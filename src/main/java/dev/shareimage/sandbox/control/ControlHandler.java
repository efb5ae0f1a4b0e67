package dev.shareimage.sandbox.control;

import dev.shareimage.sandbox.fault.FaultPlan;
import dev.shareimage.sandbox.fault.Faults;
import dev.shareimage.sandbox.http.HttpHandler;
import dev.shareimage.sandbox.http.HttpRequest;
import dev.shareimage.sandbox.http.HttpResponse;
import dev.shareimage.sandbox.world.WorldStore;
import java.nio.charset.StandardCharsets;

/**
 * The control address: {@code /_sandbox/faults} sets (PUT), shows (GET) and ends (DELETE) a fault plan; {@code
 * /_sandbox/requests} shows (GET) and forgets (DELETE) the calls; {@code /_sandbox/reset} (POST) resets the world to
 * the initial one.
 *
 * <p>Header {@code X-Sandbox-Control} is required. A web page cannot send it without a preflight request, which is
 * refused.
 */
public final class ControlHandler implements HttpHandler {

    /** The prefix of all control addresses. */
    static final String PREFIX = "/_sandbox/";

    private final WorldStore store;
    private final Faults faults;
    private final RequestLog log;
    private volatile String plan = "{}";

    public ControlHandler(WorldStore store, Faults faults, RequestLog log) {
        this.store = store;
        this.faults = faults;
        this.log = log;
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        if (request.header("x-sandbox-control").isEmpty()) {
            return HttpResponse.text(403, "Send header X-Sandbox-Control with any value.");
        }
        return switch (request.method() + " " + request.path()) {
            case "GET /_sandbox/faults" -> HttpResponse.of(200, "application/json", plan);
            case "PUT /_sandbox/faults" -> follow(new String(request.body(), StandardCharsets.UTF_8));
            case "DELETE /_sandbox/faults" -> follow("{}");
            case "GET /_sandbox/requests" -> HttpResponse.of(200, "application/x-ndjson", log.text());
            case "DELETE /_sandbox/requests" -> forget();
            case "POST /_sandbox/reset" -> reset();
            default -> HttpResponse.text(404, "There is /_sandbox/faults, /_sandbox/requests and /_sandbox/reset.");
        };
    }

    private HttpResponse follow(String newPlan) {
        try {
            faults.follow(FaultPlan.parse(newPlan));
            plan = newPlan;
            return HttpResponse.of(200, "application/json", newPlan);
        } catch (IllegalArgumentException wrong) {
            return HttpResponse.text(400, String.valueOf(wrong.getMessage()));
        }
    }

    /** The plan stays active, from its beginning. */
    private HttpResponse reset() {
        store.reset();
        faults.followAgain();
        return HttpResponse.text(200, "Reset.");
    }

    private HttpResponse forget() {
        log.clear();
        return HttpResponse.text(200, "Forgotten.");
    }
}

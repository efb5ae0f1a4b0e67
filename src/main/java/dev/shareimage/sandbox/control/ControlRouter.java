package dev.shareimage.sandbox.control;

import dev.shareimage.sandbox.http.HttpHandler;
import dev.shareimage.sandbox.http.HttpRequest;
import dev.shareimage.sandbox.http.HttpResponse;
import dev.shareimage.sandbox.wire.HostName;
import java.util.Optional;
import java.util.Set;

/** Refuses requests of web pages, and routes all others. */
public final class ControlRouter implements HttpHandler {

    private static final Set<String> OTHER_SITES = Set.of("cross-site", "same-site");

    private final HttpHandler calls;
    private final PageHandler page;
    private final Optional<HttpHandler> control;

    /** @param control empty if the sandbox cannot be controlled over HTTP */
    public ControlRouter(HttpHandler calls, PageHandler page, Optional<HttpHandler> control) {
        this.calls = calls;
        this.page = page;
        this.control = control;
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        HostName host = HostName.of(request.host());
        if (!host.isOurs()) {
            return HttpResponse.text(
                    403, "The sandbox answers to 127.0.0.1, localhost and hosts of aliyuncs.com, not to this name.");
        }
        if (comesFromWebPage(request) && !comesFromStartPage(request, host)) {
            return HttpResponse.text(403, "The sandbox does not answer to web pages.");
        }
        if (host.isLoopback() && isVisit(request)) {
            return page.handle(request);
        }
        if (host.isLoopback() && request.path().startsWith(ControlHandler.PREFIX)) {
            return control.map(desk -> desk.handle(request))
                    .orElseGet(() -> HttpResponse.text(404, "The sandbox was started without its control address."));
        }
        return calls.handle(request);
    }

    private static boolean comesFromWebPage(HttpRequest request) {
        return request.header("origin").isPresent()
                || request.header("sec-fetch-site")
                        .filter(OTHER_SITES::contains)
                        .isPresent();
    }

    /** The start page may use the control address, and nothing else, because it never signs calls. */
    private boolean comesFromStartPage(HttpRequest request, HostName host) {
        String origin = "http://" + request.host();
        return host.isLoopback()
                && request.header("origin").filter(origin::equals).isPresent()
                && request.path().startsWith(ControlHandler.PREFIX)
                && page.isTrusted(request);
    }

    private static boolean isVisit(HttpRequest request) {
        return request.method().equals("GET")
                && PageHandler.isFor(request)
                && request.header("x-acs-action").isEmpty();
    }
}

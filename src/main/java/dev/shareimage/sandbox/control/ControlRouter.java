package dev.shareimage.sandbox.control;

import dev.shareimage.sandbox.http.HttpHandler;
import dev.shareimage.sandbox.http.HttpRequest;
import dev.shareimage.sandbox.http.HttpResponse;
import dev.shareimage.sandbox.wire.HostName;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Keeps web pages out, and sends every other request where it belongs. */
public final class ControlRouter implements HttpHandler {

    private static final String START_PAGE = "/dev/shareimage/sandbox/start-page.txt";
    private static final Set<String> OTHER_SITES = Set.of("cross-site", "same-site");

    private final HttpHandler calls;
    private final Optional<HttpHandler> control;

    /**
     * @param control empty when the sandbox is not to be controlled from outside
     */
    public ControlRouter(HttpHandler calls, Optional<HttpHandler> control) {
        this.calls = calls;
        this.control = control;
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        HostName host = HostName.of(request.host());
        if (!host.isOurs()) {
            return HttpResponse.text(
                    403, "The sandbox answers to 127.0.0.1, localhost and hosts of aliyuncs.com, not to this name.");
        }
        if (comesFromWebPage(request)) {
            return HttpResponse.text(403, "The sandbox does not answer to web pages.");
        }
        if (host.isLoopback() && request.path().startsWith(ControlHandler.PREFIX)) {
            return control.map(desk -> desk.handle(request))
                    .orElseGet(() -> HttpResponse.text(404, "The sandbox was started without its control address."));
        }
        return host.isLoopback() && isVisit(request) ? HttpResponse.text(200, startPage()) : calls.handle(request);
    }

    private static boolean comesFromWebPage(HttpRequest request) {
        return request.header("origin").isPresent()
                || request.header("sec-fetch-site")
                        .filter(OTHER_SITES::contains)
                        .isPresent();
    }

    private static boolean isVisit(HttpRequest request) {
        return request.method().equals("GET")
                && request.path().equals("/")
                && request.query().isEmpty()
                && request.header("x-acs-action").isEmpty();
    }

    private static String startPage() {
        try (InputStream resource = ControlRouter.class.getResourceAsStream(START_PAGE)) {
            if (resource == null) {
                throw new FileNotFoundException(START_PAGE);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

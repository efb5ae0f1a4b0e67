package dev.shareimage.sandbox.http;

/** Answers requests; called by many threads at once. */
@FunctionalInterface
public interface HttpHandler {

    HttpResponse handle(HttpRequest request);
}

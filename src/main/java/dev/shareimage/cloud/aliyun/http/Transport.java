package dev.shareimage.cloud.aliyun.http;

/** Sends one HTTP request, once. */
public interface Transport {

    /** @throws TransportException if there is no complete answer */
    HttpResponse send(HttpRequest request) throws TransportException;
}

package dev.shareimage.cloud.aliyun.http;

/** Sends one HTTP request, once. */
public interface Transport {

    /**
     * @throws TransportException when there is no whole answer
     */
    HttpResponse send(HttpRequest request) throws TransportException;
}

package dev.shareimage.cloud.aliyun;

/** Sends one HTTP request, once. */
interface Transport {

    /**
     * @throws TransportException when there is no whole answer
     */
    HttpResponse send(HttpRequest request) throws TransportException;
}

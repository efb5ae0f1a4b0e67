package dev.shareimage.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Writes answers. Head and body are sent in one piece, so that the server does not wait for an acknowledgement between
 * them.
 */
final class ResponseWriter {

    private final OutputStream output;

    ResponseWriter(OutputStream output) {
        this.output = output;
    }

    void goOn() throws IOException {
        output.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        output.flush();
    }

    /**
     * @param withBody false for answers to {@code HEAD}, which announce a body and send none
     * @return whether the connection can be used for another request
     */
    boolean write(HttpResponse response, boolean withBody, boolean keepsAlive)
            throws IOException, InterruptedException {
        byte[] head = head(response, keepsAlive).getBytes(StandardCharsets.ISO_8859_1);
        byte[] body = withBody ? response.body() : new byte[0];
        Delivery delivery = response.delivery();
        if (delivery instanceof Delivery.Truncated truncated) {
            write(head, body, Math.min(truncated.bytes(), body.length));
            return false;
        }
        if (delivery instanceof Delivery.Dripping dripping) {
            write(head, body, 0);
            drip(body, dripping.bytes(), dripping.pause());
            return keepsAlive;
        }
        write(head, body, body.length);
        return keepsAlive;
    }

    private void write(byte[] head, byte[] body, int length) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(head.length + length);
        whole.write(head);
        whole.write(body, 0, length);
        whole.writeTo(output);
        output.flush();
    }

    private void drip(byte[] body, int size, Duration pause) throws IOException, InterruptedException {
        for (int sent = 0; sent < body.length; sent += size) {
            output.write(body, sent, Math.min(size, body.length - sent));
            output.flush();
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        }
    }

    private static String head(HttpResponse response, boolean keepsAlive) {
        StringBuilder head = new StringBuilder("HTTP/1.1 ");
        head.append(response.status()).append(' ').append(Reasons.of(response.status()));
        for (Map.Entry<String, String> header : response.headers().entrySet()) {
            head.append("\r\n").append(header.getKey()).append(": ").append(header.getValue());
        }
        head.append("\r\nContent-Length: ").append(response.body().length);
        head.append("\r\nConnection: ").append(keepsAlive ? "keep-alive" : "close");
        return head.append("\r\n\r\n").toString();
    }
}

package dev.shareimage.sandbox.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Optional;

/** One client's connection: request after request, until one side closes it. */
final class Connection implements Runnable {

    private final Socket socket;
    private final HttpHandler handler;

    Connection(Socket socket, HttpHandler handler) {
        this.socket = socket;
        this.handler = handler;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(HttpLimits.MAX_SILENCE_MILLIS);
            serve();
        } catch (IOException gone) {
            // The client closed the connection or is silent, so nobody can be told.
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() throws IOException, InterruptedException {
        InputStream input = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
        RequestReader requests = new RequestReader(input);
        ResponseWriter responses = new ResponseWriter(socket.getOutputStream());
        try {
            boolean open = true;
            while (open) {
                Optional<RequestReader.Head> head = requests.findHead();
                open = head.isPresent() && exchange(head.get(), requests, responses);
            }
        } catch (BadRequest bad) {
            responses.write(bad.response(), true, false);
            drain(input);
        }
    }

    private boolean exchange(RequestReader.Head head, RequestReader requests, ResponseWriter responses)
            throws IOException, BadRequest, InterruptedException {
        if (head.expectsContinue()) {
            responses.goOn();
        }
        HttpRequest request = requests.request(head);
        HttpResponse response = handler.handle(request);
        if (response.delivery() instanceof Delivery.Reset) {
            socket.setSoLinger(true, 0);
            return false;
        }
        return responses.write(response, !request.method().equals("HEAD"), head.keepsAlive());
    }

    /**
     * Reads the rest of the request. Closing with unread bytes would reset the connection, and the client would lose
     * the answer.
     */
    private void drain(InputStream input) throws IOException {
        socket.shutdownOutput();
        socket.setSoTimeout(1_000);
        byte[] buffer = new byte[8 * 1024];
        int left = 4 * HttpLimits.MAX_BODY_BYTES;
        for (int count = input.read(buffer); count >= 0 && left > 0; count = input.read(buffer)) {
            left -= count;
        }
    }
}

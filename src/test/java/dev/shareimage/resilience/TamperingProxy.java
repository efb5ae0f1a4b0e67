package dev.shareimage.resilience;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** A proxy between the program and a sandbox on loopback that changes true answers. */
final class TamperingProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final URI sandbox;
    private final AnswerChange change;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger requests = new AtomicInteger();

    /** Changes a true answer. */
    interface AnswerChange {
        Reply change(String action, Map<String, String> parameters, Reply answer);
    }

    TamperingProxy(URI sandbox, AnswerChange change) {
        this.sandbox = sandbox;
        this.change = change;
        try {
            listener = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::listen);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/");
    }

    /** The number of requests so far. */
    int requests() {
        return requests.get();
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException | RejectedExecutionException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setSoTimeout(10_000);
            String form = body(new BufferedInputStream(socket.getInputStream()));
            requests.incrementAndGet();
            Map<String, String> parameters = parameters(form);
            String action = parameters.getOrDefault("Action", "");
            socket.getOutputStream()
                    .write(change.change(action, parameters, forward(form)).wire());
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            // Reads the rest, because closing with unread data resets the connection before the program has read the
            // answer.
            socket.getInputStream().transferTo(ByteArrayOutputStream.nullOutputStream());
        } catch (IOException e) {
            // The program may close the connection during an answer.
        }
    }

    private static String body(InputStream stream) throws IOException {
        int length = 0;
        for (String line = line(stream); !line.isEmpty(); line = line(stream)) {
            if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        return new String(stream.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String line(InputStream stream) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = stream.read(); next >= 0 && next != '\n'; next = stream.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    private static Map<String, String> parameters(String form) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    private Reply forward(String form) throws IOException {
        if (!(sandbox.toURL().openConnection() instanceof HttpURLConnection connection)) {
            throw new IllegalStateException(sandbox.toString());
        }
        byte[] bytes = form.getBytes(StandardCharsets.UTF_8);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
        connection.getOutputStream().write(bytes);
        int status = connection.getResponseCode();
        try (InputStream stream = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return Reply.of(status, stream == null ? new byte[0] : stream.readAllBytes());
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}

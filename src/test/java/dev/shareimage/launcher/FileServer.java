package dev.shareimage.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** A server of releases on this machine: the files below a folder, and the names that it was asked for. */
final class FileServer implements AutoCloseable {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final HttpServer server;

    FileServer(Path folder) throws IOException {
        assumeDownloads();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String name = exchange.getRequestURI().getPath().substring(1);
            asked.add(name);
            if (busy.getAndSet(false)) {
                exchange.sendResponseHeaders(503, -1);
                exchange.close();
                return;
            }
            Path file = folder.resolve(name);
            boolean there = Files.isRegularFile(file);
            byte[] body = there ? Files.readAllBytes(file) : "no such file".getBytes(UTF_8);
            exchange.sendResponseHeaders(there ? 200 : 404, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
    }

    /** A small machine has nothing that downloads. */
    static void assumeDownloads() {
        assumeThat(Path.of("/usr/bin/curl")).as("what downloads").isExecutable();
    }

    String address(String name) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
    }

    /** Answers the next request with the status of a busy server. */
    void refuseOnce() {
        busy.set(true);
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

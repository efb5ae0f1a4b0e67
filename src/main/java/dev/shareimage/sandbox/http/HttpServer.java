package dev.shareimage.sandbox.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;

/**
 * Accepts connections on 127.0.0.1, with one thread for each.
 *
 * <p>It is not the JDK's server. That one waits 40 ms between head and body unless a property of the whole process is
 * set, cannot reset or cut a connection, and hides the form of the request line.
 */
public final class HttpServer implements AutoCloseable {

    private static final int BACKLOG = 256;

    private final ServerSocket serverSocket;
    private final HttpHandler handler;
    private final ExecutorService workers;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private HttpServer(ServerSocket serverSocket, HttpHandler handler) {
        this.serverSocket = serverSocket;
        this.handler = handler;
        this.workers = Executors.newCachedThreadPool(HttpServer::daemon);
    }

    /**
     * @param port 0 to 65535; 0 takes any free one
     * @throws UncheckedIOException when the port is taken
     */
    public static HttpServer start(int port, HttpHandler handler) {
        try {
            ServerSocket serverSocket = new ServerSocket();
            serverSocket.setReuseAddress(true);
            serverSocket.bind(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), BACKLOG);
            HttpServer server = new HttpServer(serverSocket, handler);
            server.workers.execute(server::accept);
            return server;
        } catch (IOException taken) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port + ": " + taken.getMessage(), taken);
        }
    }

    /** Where it listens, such as {@code http://127.0.0.1:8080}. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + serverSocket.getLocalPort());
    }

    /** Stops listening and cuts every connection. */
    @Override
    public void close() {
        closeQuietly(serverSocket);
        connections.forEach(HttpServer::closeQuietly);
        workers.shutdownNow();
    }

    private void accept() {
        while (!serverSocket.isClosed()) {
            try {
                serve(serverSocket.accept());
            } catch (IOException closedOrShort) {
                // The server was closed, so the loop ends. Or there are no file handles, and one may be free soon.
                LockSupport.parkNanos(10_000_000);
            } catch (RejectedExecutionException closing) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        if (connections.size() >= HttpLimits.MAX_CONNECTIONS) {
            closeQuietly(socket);
            return;
        }
        connections.add(socket);
        workers.execute(() -> {
            try {
                new Connection(socket, handler).run();
            } finally {
                connections.remove(socket);
            }
        });
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sandbox");
        thread.setDaemon(true);
        return thread;
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception alreadyGone) {
            // What cannot be closed is of no use to anybody any more.
        }
    }
}

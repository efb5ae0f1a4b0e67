package dev.shareimage.cloud.aliyun.http;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A TLS server on loopback whose certificate is from its own authority. */
final class TlsServer implements AutoCloseable {

    private static final char[] PASSWORD = "not-a-secret".toCharArray();

    private final HttpsServer server;
    private final Path pem;

    /**
     * @param name the subject of the certificate, such as {@code IP:127.0.0.1}
     * @param validity options of {@code keytool} such as {@code -validity 2}
     */
    TlsServer(Path folder, String name, String... validity) throws IOException, GeneralSecurityException {
        Path store = folder.resolve("keys.p12");
        keytool(store, "authority", "-ext", "bc:c");
        List<String> options = new ArrayList<>(List.of("-signer", "authority", "-ext", "san=" + name));
        options.addAll(List.of(validity));
        keytool(store, "server", options.toArray(String[]::new));
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        pem = Files.writeString(
                folder.resolve("authority.pem"),
                pem(keys.getCertificate("authority").getEncoded()));
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] answer = "{}".getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    /** The certificate of the authority. */
    Path pem() {
        return pem;
    }

    URI uri() {
        return URI.create("https://127.0.0.1:" + port() + "/");
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void keytool(Path store, String alias, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair"));
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
        command.addAll(List.of("-alias", alias, "-keyalg", "EC", "-dname", "CN=" + alias));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12"));
        command.addAll(List.of("-storepass", new String(PASSWORD)));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String pem(byte[] certificate) {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate)
                + "\n-----END CERTIFICATE-----\n";
    }

    /** A proxy on loopback that gives every request for a tunnel the same answer, or connects it to the server. */
    static final class TunnelProxy implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final String status;
        private final int target;
        private int asked;

        /**
         * @param status such as {@code 403 Forbidden}
         * @param target the port of the server for status 200
         */
        TunnelProxy(String status, int target) throws IOException {
            this.status = status;
            this.target = target;
            start(this::serve);
        }

        String address() {
            return "127.0.0.1:" + socket.getLocalPort();
        }

        synchronized int asked() {
            return asked;
        }

        private void serve() {
            while (!socket.isClosed()) {
                try {
                    Socket client = socket.accept();
                    start(() -> tunnel(client));
                } catch (IOException e) {
                    return;
                }
            }
        }

        private void tunnel(Socket client) {
            try (client) {
                readHead(client.getInputStream());
                synchronized (this) {
                    asked++;
                }
                client.getOutputStream().write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                if (status.startsWith("200")) {
                    try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
                        start(() -> copy(client, server));
                        copy(server, client);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void readHead(InputStream stream) throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) stream.read());
            }
        }

        private static void copy(Socket from, Socket to) {
            try {
                OutputStream out = to.getOutputStream();
                from.getInputStream().transferTo(out);
            } catch (IOException e) {
                // One side closed the connection.
            }
        }

        private static void start(Runnable work) {
            Thread thread = new Thread(work, "tunnel");
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}

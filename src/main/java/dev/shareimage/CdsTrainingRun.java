package dev.shareimage;

import dev.shareimage.cli.Application;
import dev.shareimage.cli.DefaultConnectors;
import dev.shareimage.cli.ProcessContext;
import dev.shareimage.cli.Warmup;
import dev.shareimage.cli.view.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs the most frequent commands in one process on a local cloud, for the archive of loaded classes. Programs that
 * start from the archive need not load the classes that are loaded here.
 *
 * <p>If the environment names an endpoint, as {@code sandbox serve} prints it, the local cloud there is used. Then its
 * own classes do not get into the archive.
 */
final class CdsTrainingRun {

    private static final String IMAGE = "m-hk0cmk0000000000001";
    private static final String ACCOUNTS = "2000000000000002,2000000000000003";
    private static final int CALLERS = 50;
    private static final Map<String, String> CREDENTIALS =
            Map.of("ALIBABA_CLOUD_ACCESS_KEY_ID", "training", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "training");

    private final ProcessContext context;
    private final List<String> cloud;

    private CdsTrainingRun(Path directory) {
        Map<String, String> environment = Main.environment();
        boolean served = environment.containsKey("SHARE_IMAGE_ENDPOINT");
        context = new ProcessContext(
                InputStream.nullInputStream(),
                nowhere(),
                nowhere(),
                served ? environment : CREDENTIALS,
                directory,
                directory,
                Terminal.NONE,
                Version.number());
        cloud = served ? List.of() : List.of("--sandbox=" + directory.resolve("sandbox"));
    }

    /**
     * Runs the commands.
     *
     * @param arguments a directory for the local cloud
     */
    public static void main(String[] arguments) throws IOException {
        Main.setProperties();
        Warmup.beginFor(List.of("share", "--image-id", IMAGE), Map.of());
        CdsTrainingRun training = new CdsTrainingRun(Path.of(arguments[0]));
        training.onCloud("share", "--image-id", IMAGE, "--accounts", ACCOUNTS, "--settle", "0s");
        training.onCloud("share", "--image-id", IMAGE, "--accounts", ACCOUNTS, "-o", "json");
        training.onCloud("list-shares", "--image-id", IMAGE);
        training.onCloud("doctor", "--image-id", IMAGE, "--accounts", ACCOUNTS);
        training.run(List.of("--help"));
        training.run(List.of("check-region", "--all"));
        training.run(List.of("check-region", "cn-hongkong"));
        training.run(List.of("set-trust", "--print", "--accounts", ACCOUNTS));
        training.beginTls();
        Main.main(
                training.withCloud("list-shares", "--all-images", "-o", "json").toArray(String[]::new));
    }

    private void onCloud(String... command) {
        run(withCloud(command));
    }

    private List<String> withCloud(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--region", "cn-hongkong", "--yes"));
        arguments.addAll(cloud);
        return arguments;
    }

    private void run(List<String> arguments) {
        new Application(context, new DefaultConnectors()).run(arguments);
    }

    /** Begins a TLS handshake with a server that never answers. This loads the client's classes for it. */
    private void beginTls() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, CALLERS, InetAddress.getLoopbackAddress())) {
            Thread hangingUp = new Thread(() -> hangUpOnEverybody(mute), "mute server");
            hangingUp.setDaemon(true);
            hangingUp.start();
            URI address = URI.create("https://127.0.0.1:" + mute.getLocalPort());
            run(List.of(
                    "list-shares",
                    "--image-id",
                    IMAGE,
                    "--region",
                    "cn-hongkong",
                    "--max-attempts",
                    "1",
                    "--endpoint",
                    address.toString()));
        }
    }

    private static void hangUpOnEverybody(ServerSocket server) {
        try {
            while (true) {
                try (Socket caller = server.accept()) {
                    int first = caller.getInputStream().read();
                    assert first != 0;
                }
            }
        } catch (IOException closed) {
            // the end of the training
        }
    }

    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }
}

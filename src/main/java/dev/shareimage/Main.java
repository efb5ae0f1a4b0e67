package dev.shareimage;

import dev.shareimage.cli.Application;
import dev.shareimage.cli.DefaultConnectors;
import dev.shareimage.cli.Interruption;
import dev.shareimage.cli.ProcessContext;
import dev.shareimage.cli.Warmup;
import dev.shareimage.cli.view.ControllingTerminal;
import dev.shareimage.cli.view.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts the program: streams and environment in, exit code out. */
public final class Main {

    /** By default Java keeps only five idle connections to a host, and many calls run at the same time. */
    private static final String CONNECTIONS_KEPT = "128";

    /**
     * Two attempts: one without and one with the proxy's password. By default Java sends a wrong password twenty times.
     */
    private static final String TUNNEL_ATTEMPTS = "2";

    /** From this version on, Java warns of the older source of locale data; it has gone meanwhile. */
    private static final int OLD_LOCALES_DEPRECATED = 21;

    private Main() {}

    public static void main(String[] arguments) {
        List<String> given = List.of(arguments);
        if (given.equals(List.of("--version"))) {
            PrintStream out = stream(FileDescriptor.out);
            out.println(Version.line());
            if (!out.checkError()) {
                return;
            }
        }
        setProperties();
        Warmup.beginFor(given, environment());
        Interruption interruption = Interruption.ofThisThread();
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::interrupt, "interruption"));
        int exitCode = new Application(context(), new DefaultConnectors()).run(given);
        interruption.over();
        System.exit(exitCode);
    }

    static Map<String, String> environment() {
        return System.getenv();
    }

    private static ProcessContext context() {
        String terminals = System.getProperty("shareimage.tty");
        return new ProcessContext(
                System.in,
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                environment(),
                Path.of(home()),
                Path.of(System.getProperty("user.dir", "")),
                Terminal.of(
                        Optional.ofNullable(terminals),
                        terminals == null && System.console() != null,
                        new ControllingTerminal(
                                Optional.ofNullable(System.getProperty("shareimage.columns")),
                                Optional.ofNullable(System.getenv("COLUMNS")))),
                Version.number(),
                InstantSource.system(),
                System.getProperties());
    }

    /**
     * The home directory. It is found as the vendor's own programs find it, so that setting another one isolates a run.
     */
    private static String home() {
        String home = System.getenv("HOME");
        return home == null || home.isEmpty() ? System.getProperty("user.home", "") : home;
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    /** Sets what the program relies on and what makes it start sooner. It must run before everything else. */
    static void setProperties() {
        System.setProperty("http.maxConnections", CONNECTIONS_KEPT);
        System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
        System.setProperty("http.maxRedirects", TUNNEL_ATTEMPTS);
        // From Java 22 to 24, another console is there by default, also where no stream is a terminal.
        setUnlessGiven("jdk.console", "java.base");
        setStartProperties();
    }

    /** Each saves 5 to 20 ms of processor time at each start. A property that the user set is not changed. */
    private static void setStartProperties() {
        // Every option has its own converter, and picocli would load its converters for Java types one by one.
        setUnlessGiven("picocli.converters.excludes", "java.*");
        // Constructors that reflection calls this often are otherwise compiled to classes at run time.
        setUnlessGiven("sun.reflect.inflationThreshold", "1000");
        // The same since Java 18, where even the first call is compiled.
        setUnlessGiven("jdk.reflect.useNativeAccessorOnly", "true");
        // The signer writes Base64 by JAXB, whose search for this class puts code together at run time.
        setUnlessGiven(
                "javax.xml.datatype.DatatypeFactory",
                "com.sun.org.apache.xerces.internal.jaxp.datatype.DatatypeFactoryImpl");
        // The client formats a date that nobody reads, with the locale data of all the world's languages.
        if (Runtime.version().feature() < OLD_LOCALES_DEPRECATED) {
            setUnlessGiven("java.locale.providers", "COMPAT");
        }
    }

    private static void setUnlessGiven(String name, String value) {
        System.getProperties().putIfAbsent(name, value);
    }
}

package dev.shareimage.resilience;

import dev.shareimage.Main;
import dev.shareimage.launcher.ProgramRun;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs the classes under test in a process of its own, by a line for the shell. */
final class ShellRun {

    private ShellRun() {}

    /**
     * Runs it.
     *
     * @param line in which {@code "$@"} stands for the program and its arguments
     */
    static ProgramRun of(Path home, Map<String, String> environment, String line, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", line, "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
        command.addAll(List.of("-cp", classPath(), Main.class.getName()));
        command.addAll(arguments);
        Map<String, String> variables = new LinkedHashMap<>(environment);
        variables.put("HOME", home.toString());
        variables.put("PATH", "/usr/bin:/bin");
        return ProgramRun.of(variables, command);
    }

    /** That of these tests, which some of their launchers keep to a class loader of their own. */
    private static String classPath() {
        return ShellRun.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }
}

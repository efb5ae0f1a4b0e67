package dev.shareimage.resilience;

import dev.shareimage.Main;
import dev.shareimage.launcher.ProgramRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the classes under test in their own process, by a line for the shell. */
final class ShellRun {

    private ShellRun() {}

    /**
     * Runs the line.
     *
     * @param line a shell line in which {@code "$@"} is the program with its arguments
     */
    static ProgramRun of(Path home, Map<String, String> environment, String line, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", line, "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
        command.addAll(List.of("-cp", ClassPath.ofTests(), Main.class.getName()));
        command.addAll(arguments);
        Map<String, String> variables = new LinkedHashMap<>(environment);
        variables.put("HOME", home.toString());
        variables.put("PATH", "/usr/bin:/bin");
        return ProgramRun.of(variables, command);
    }
}

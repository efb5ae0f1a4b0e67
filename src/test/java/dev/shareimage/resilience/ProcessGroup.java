package dev.shareimage.resilience;

import dev.shareimage.launcher.ProgramRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Processes of the program that work on one cloud at once.
 *
 * @param runs in the order of their commands
 * @param time from the start of the first to the end of the last
 */
record ProcessGroup(List<ProgramRun> runs, Duration time) {

    private static final Pattern LOST = Pattern.compile("merging again");

    /** Whether they run as on one machine, where a file lock is between them, or as on as many machines. */
    enum Place {
        ONE_MACHINE,
        MANY_MACHINES
    }

    /** Runs the commands to their ends, with the settle time that everybody has who sets none. */
    static ProcessGroup run(SandboxFixture sandbox, Path folder, Place place, List<List<String>> commands)
            throws Exception {
        Map<String, String> environment = new LinkedHashMap<>(sandbox.environment());
        environment.remove("SHARE_IMAGE_SETTLE");
        List<Child> children = new ArrayList<>();
        Instant start = Instant.now();
        try {
            for (List<String> command : commands) {
                String home = place == Place.ONE_MACHINE ? "home" : "home" + children.size();
                children.add(Child.ofClasses(Files.createDirectories(folder.resolve(home)), environment, command));
            }
            List<ProgramRun> runs = new ArrayList<>();
            for (Child child : children) {
                runs.add(child.end());
            }
            return new ProcessGroup(runs, Duration.between(start, Instant.now()));
        } finally {
            children.forEach(Child::close);
        }
    }

    /** How often the one that was overwritten most had to write again. */
    long mostRepeats() {
        return runs.stream()
                .mapToLong(run -> LOST.matcher(run.stderr()).results().count())
                .max()
                .orElse(0);
    }
}

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
 * Processes of the program that use one cloud at once.
 *
 * @param runs in the order of their commands
 * @param time from the start of the first to the end of the last
 */
record ProcessGroup(List<ProgramRun> runs, Duration time) {

    private static final Pattern LOST = Pattern.compile("merging again");

    /** Whether the processes run as on one machine, with a file lock between them, or as on several machines. */
    enum Place {
        ONE_MACHINE,
        MANY_MACHINES
    }

    /** Runs the commands to their ends, with the default settle time. */
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

    /** The largest number of repeated writes of a process whose writes were overwritten. */
    long mostRepeats() {
        return runs.stream()
                .mapToLong(run -> LOST.matcher(run.stderr()).results().count())
                .max()
                .orElse(0);
    }
}

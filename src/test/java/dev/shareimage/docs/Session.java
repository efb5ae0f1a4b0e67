package dev.shareimage.docs;

import dev.shareimage.docs.Program.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the lines of a shell session: {@code $ share-image …}, {@code $ echo $?}, and {@code $ cat FILE}. The output of
 * {@code cat} in the page becomes the file's contents for the following commands. Variables may precede a command.
 * {@code COLUMNS} is the width of the terminal.
 *
 * <p>Times and request ids differ between runs, so {@code 2026-11-23T12:00:00Z} and {@code 4C467B38-…} replace all of
 * them, except past times of the initial world. A command with an exit code other than 0 must be followed by {@code $
 * echo $?}.
 */
final class Session {

    private static final String PROMPT = "$ ";
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z_]+=.*");
    private static final Pattern TIME = Pattern.compile("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    private static final Pattern REQUEST_ID = Pattern.compile("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}");
    private static final Pattern OF_THE_SEED = Pattern.compile("2026-01-15T08:00:00Z");

    private final Program program;
    private final Path home;
    private final List<String> played = new ArrayList<>();
    private int exitCode;

    Session(Path home) {
        this.home = home;
        this.program = new Program(home);
    }

    /** The same lines with the present output of the commands. */
    List<String> play(List<String> lines) {
        int next = 0;
        while (next < lines.size()) {
            int begin = next++;
            while (lines.get(next - 1).endsWith("\\")) {
                next++;
            }
            List<String> typed = lines.subList(begin, next);
            while (next < lines.size() && !lines.get(next).startsWith(PROMPT)) {
                next++;
            }
            played.addAll(typed);
            play(command(typed), lines.subList(begin + typed.size(), next));
        }
        if (exitCode != 0) {
            throw new AssertionError("ends with exit code " + exitCode + ", and no echo $? after it");
        }
        return played;
    }

    private void play(String command, List<String> written) {
        if (command.equals("echo $?")) {
            played.add(String.valueOf(exitCode));
            exitCode = 0;
            return;
        }
        if (exitCode != 0) {
            throw new AssertionError("exit code " + exitCode + " before: " + command);
        }
        List<String> words = new ArrayList<>(words(command));
        Map<String, String> variables = new HashMap<>();
        while (VARIABLE.matcher(words.get(0)).matches()) {
            String[] variable = words.remove(0).split("=", 2);
            variables.put(variable[0], variable[1]);
        }
        switch (words.get(0)) {
            case "cat" -> write(words.get(1), written);
            case "share-image" -> run(variables, words.subList(1, words.size()));
            default -> throw new AssertionError("cannot play: " + command);
        }
    }

    private void run(Map<String, String> variables, List<String> arguments) {
        Outcome outcome = program.run(variables, arguments);
        exitCode = outcome.exitCode();
        outcome.output().lines().map(Session::mask).forEach(played::add);
    }

    private void write(String file, List<String> content) {
        try {
            Files.write(home.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        played.addAll(content);
    }

    private static String command(List<String> typed) {
        String all = String.join("\n", typed).replace("\\\n", " ");
        if (!all.startsWith(PROMPT)) {
            throw new AssertionError("no prompt before: " + all);
        }
        return all.substring(PROMPT.length());
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        for (Matcher word = WORD.matcher(command); word.find(); ) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
        }
        return words;
    }

    private static String mask(String line) {
        String masked = TIME.matcher(line)
                .replaceAll(
                        time -> OF_THE_SEED.matcher(time.group()).matches() ? time.group() : "2026-11-23T12:00:00Z");
        return REQUEST_ID.matcher(masked).replaceAll("4C467B38-3910-447D-87BC-AC049166F216");
    }
}

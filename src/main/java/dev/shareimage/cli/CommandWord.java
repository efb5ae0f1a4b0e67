package dev.shareimage.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The word among the arguments that names the command. People put options before it, and leave {@code share} away; the
 * parser has to be told first, since it is built for one command alone.
 *
 * @param named the command, unless none is named
 * @param others all other arguments, in their order
 */
record CommandWord(Optional<String> named, List<String> others) {

    /** The options whose value is an argument of its own, so that it names no command. */
    static final Set<String> WITH_VALUE = Set.of(
            "--account",
            "--account-id",
            "--accounts",
            "--audit-log",
            "--columns",
            "--concurrency",
            "--endpoint",
            "--faults",
            "--file",
            "--folder",
            "--image-id",
            "--lang",
            "--max-attempts",
            "--output",
            "--port",
            "--profile",
            "--region",
            "--settle",
            "--timeout",
            "--zone",
            "-f",
            "-o");

    CommandWord {
        others = List.copyOf(others);
    }

    /** The first argument that is a command's name, and not the value of an option. */
    static CommandWord of(List<String> arguments) {
        int end = arguments.contains("--") ? arguments.indexOf("--") : arguments.size();
        for (int i = 0; i < end; i++) {
            String argument = arguments.get(i);
            if (Commands.NAMES.contains(argument)) {
                List<String> others = new ArrayList<>(arguments);
                others.remove(i);
                return new CommandWord(Optional.of(argument), others);
            }
            if (valueFollows(argument)) {
                i++;
            }
        }
        return new CommandWord(Optional.empty(), arguments);
    }

    /** The command that is meant. */
    String command() {
        return named.orElse(Commands.DEFAULT);
    }

    /** The arguments in the order that the parser knows. */
    String[] canonical() {
        List<String> canonical = new ArrayList<>(others);
        canonical.add(0, command());
        return canonical.toArray(String[]::new);
    }

    /** Of short options in one argument, only the last can have its value behind it. */
    private static boolean valueFollows(String argument) {
        if (argument.startsWith("--") || !argument.startsWith("-")) {
            return WITH_VALUE.contains(argument);
        }
        for (int i = 1; i < argument.length(); i++) {
            if (WITH_VALUE.contains("-" + argument.charAt(i))) {
                return i == argument.length() - 1;
            }
        }
        return false;
    }
}

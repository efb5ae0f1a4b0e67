package dev.shareimage.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the argument that names the command. Options may come before it, and {@code share} may be left out. The parser
 * must know the command first, because it is built for one command.
 *
 * @param named the command; empty if none is named
 * @param others all other arguments, in their order
 */
record CommandWord(Optional<String> named, List<String> others) {

    /** The options whose value is the next argument, so that this value does not name a command. */
    static final Set<String> WITH_VALUE = Set.of(
            "--account",
            "--account-id",
            "--accounts",
            "--against",
            "--as-profile",
            "--as-role",
            "--audit-log",
            "--columns",
            "--concurrency",
            "--copy-to",
            "--endpoint",
            "--exceptions",
            "--faults",
            "--file",
            "--folder",
            "--hand-over",
            "--image-family",
            "--image-id",
            "--image-name",
            "--image-tag",
            "--kms-key",
            "--lang",
            "--launch",
            "--launch-template",
            "--max-attempts",
            "--merge",
            "--output",
            "--packer-manifest",
            "--port",
            "--profile",
            "--region",
            "--settle",
            "--shared-with",
            "--timeout",
            "--zone",
            "-f",
            "-o");

    CommandWord {
        others = List.copyOf(others);
    }

    /** Finds the first argument that is the name of a command and not the value of an option. */
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

    /** The command to run. */
    String command() {
        return named.orElse(Commands.DEFAULT);
    }

    /** The arguments as they were typed, with the command in front. */
    List<String> line() {
        List<String> line = new ArrayList<>(others);
        named.ifPresent(name -> line.add(0, name));
        return line;
    }

    /** The arguments for the parser of the command. */
    String[] arguments() {
        return others.toArray(String[]::new);
    }

    /** Whether the next argument is the value. In a group of short options only the last one can have a value. */
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

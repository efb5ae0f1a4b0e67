package dev.shareimage.cli;

import dev.shareimage.domain.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Scripts for shells that complete commands, options and values. They are made from the model of all commands. */
final class CompletionScript {

    private static final String COLUMNS = "--columns";

    static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    /** The beginnings of labels of values that are files. */
    private static final Pattern FILE_LABEL = Pattern.compile("(FILE|DIR)\\b.*");

    private final Map<String, CommandSpec> commands = new LinkedHashMap<>();
    private final Messages texts = Messages.load("help", "en");

    private CompletionScript() {
        ExplainedCommands.program()
                .getSubcommands()
                .forEach((name, command) -> commands.put(name, command.getCommandSpec()));
    }

    /** The script for one of {@link #SHELLS}. */
    static String of(String shell) {
        CompletionScript script = new CompletionScript();
        Map<String, String> parts = switch (shell) {
            case "bash" -> script.bash();
            case "zsh" -> script.zsh();
            default -> script.fish();
        };
        String text = template(shell);
        for (Map.Entry<String, String> part : parts.entrySet()) {
            text = text.replace("@" + part.getKey() + "@", part.getValue());
        }
        return text;
    }

    /**
     * Changes the library's own script, which completes commands and options, and also completes the options of {@code
     * share} without a command.
     */
    private Map<String, String> bash() {
        CommandLine program = ExplainedCommands.of(new ShareCommand());
        ExplainedCommands.program().getSubcommands().forEach(program::addSubcommand);
        String base = AutoComplete.bash(Application.PROGRAM, program)
                .lines()
                .filter(line -> !line.startsWith("complete -F "))
                .collect(Collectors.joining("\n"));
        String values = withValues()
                .map(option -> "  " + names(option) + ") _share_image_" + (isList(option) ? "list" : "one") + " $'"
                        + String.join("\\n", candidates(option)) + "' ;;")
                .collect(Collectors.joining("\n"));
        return Map.of(
                "values",
                values,
                "columns",
                columns((command, columns) ->
                        "      " + command + ") _share_image_list $'" + String.join("\\n", columns) + "' ;;"),
                "files",
                fileOptions(),
                "file-commands",
                fileCommands(),
                "names",
                String.join("|", commands.keySet()),
                "base",
                base);
    }

    private Map<String, String> zsh() {
        return Map.of(
                "commands",
                commands.keySet().stream()
                        .map(name -> "    " + name + " '" + quoted(summary(name)) + "'")
                        .collect(Collectors.joining("\n")),
                "values",
                withValues()
                        .map(option -> "  (" + names(option) + ")" + (isList(option) ? " compset -P '*,';" : "")
                                + " compadd -- " + String.join(" ", candidates(option)) + "; return ;;")
                        .collect(Collectors.joining("\n")),
                "columns",
                columns((command, columns) -> "    (" + command + ") compadd -- " + String.join(" ", columns) + " ;;"),
                "files",
                fileOptions(),
                "options",
                commands.entrySet().stream()
                        .map(command -> "    (" + command.getKey()
                                + (command.getKey().equals(Commands.DEFAULT) ? "|''" : "") + ") compadd -- "
                                + String.join(
                                        " ", command.getValue().optionsMap().keySet())
                                + " ;;")
                        .collect(Collectors.joining("\n")),
                "operands",
                commands.entrySet().stream()
                        .filter(command -> !operands(command.getValue()).isEmpty())
                        .map(command -> "    (" + command.getKey() + ") compadd -- "
                                + String.join(" ", operands(command.getValue())) + " ;;")
                        .collect(Collectors.joining("\n")),
                "file-commands",
                fileCommands());
    }

    private Map<String, String> fish() {
        List<String> lines = new ArrayList<>();
        commands.forEach((name, command) -> {
            lines.add("complete -c share-image -n '__share_image_is none' -a " + name + " -d '" + quoted(summary(name))
                    + "'");
            String is = "complete -c share-image -n '__share_image_is " + name
                    + (name.equals(Commands.DEFAULT) ? " none" : "") + "'";
            command.options().forEach(option -> lines.add(is + fish(option, ExplainedCommands.columns(command))));
            if (takesFiles(command)) {
                lines.add(is + " -F");
            } else if (!operands(command).isEmpty()) {
                lines.add(is + " -a '" + String.join(" ", operands(command)) + "'");
            }
        });
        return Map.of("names", String.join(" ", commands.keySet()), "completions", String.join("\n", lines));
    }

    private String fish(OptionSpec option, List<String> columns) {
        String names = Arrays.stream(option.names())
                .map(name -> name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1))
                .collect(Collectors.joining());
        if (option.arity().max() == 0) {
            return names;
        }
        if (isFile(option)) {
            return names + (option.arity().min() == 0 ? "" : " -r -F");
        }
        if (option.longestName().equals("--profile")) {
            return names + " -x -a '(__share_image_profiles)'";
        }
        List<String> candidates = option.longestName().equals(COLUMNS) ? columns : candidates(option);
        if (isList(option) && !candidates.isEmpty()) {
            return names + " -x -a '(__share_image_values " + String.join(" ", candidates) + ")'";
        }
        if (option.isMultiValue()) {
            return names + " -x -a '(__share_image_list)'";
        }
        return names
                + (option.arity().min() == 0 ? "" : " -x")
                + (candidates.isEmpty() ? "" : " -a '" + String.join(" ", candidates) + "'");
    }

    /** The lines of a case, one for each command with columns. Without a command, those of the default command count. */
    private String columns(BiFunction<String, List<String>, String> line) {
        return commands.entrySet().stream()
                .filter(command ->
                        !ExplainedCommands.columns(command.getValue()).isEmpty())
                .map(command -> line.apply(
                        command.getKey() + (command.getKey().equals(Commands.DEFAULT) ? "|''" : ""),
                        ExplainedCommands.columns(command.getValue())))
                .collect(Collectors.joining("\n"));
    }

    /** Whether values follow each other after commas. */
    private static boolean isList(OptionSpec option) {
        return option.paramLabel().endsWith(",…");
    }

    private String fileOptions() {
        return commands.values().stream()
                .flatMap(command -> command.options().stream())
                .filter(CompletionScript::isFile)
                .map(CompletionScript::names)
                .distinct()
                .collect(Collectors.joining("|"));
    }

    private String fileCommands() {
        return commands.entrySet().stream()
                .filter(command -> takesFiles(command.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining("|"));
    }

    private static boolean takesFiles(CommandSpec command) {
        return command.positionalParameters().stream().anyMatch(CompletionScript::isFile);
    }

    private static boolean isFile(ArgSpec argument) {
        return FILE_LABEL.matcher(argument.paramLabel()).matches();
    }

    /** The options of all commands that have a fixed set of values, each once. */
    private Stream<OptionSpec> withValues() {
        Map<String, OptionSpec> options = new LinkedHashMap<>();
        commands.values().stream()
                .flatMap(command -> command.options().stream())
                .filter(option -> !candidates(option).isEmpty())
                .forEach(option -> options.putIfAbsent(option.longestName(), option));
        return options.values().stream();
    }

    private static List<String> operands(CommandSpec command) {
        return command.positionalParameters().stream()
                .flatMap(operand -> candidates(operand).stream())
                .toList();
    }

    private static List<String> candidates(ArgSpec argument) {
        Iterable<String> candidates = argument.completionCandidates();
        return candidates == null
                ? List.of()
                : StreamSupport.stream(candidates.spliterator(), false).toList();
    }

    private static String names(OptionSpec option) {
        return String.join("|", option.names());
    }

    private String summary(String command) {
        return texts.get(command + ".summary");
    }

    private static String quoted(String text) {
        return text.replace("'", "'\\''");
    }

    private static String template(String shell) {
        String file = "/dev/shareimage/completion/share-image." + shell;
        try (InputStream stream = Objects.requireNonNull(CompletionScript.class.getResourceAsStream(file))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.shareimage.cli;

import dev.shareimage.cli.options.Quoting;
import dev.shareimage.cli.options.Suggestions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.options.UsageException.Problem;
import dev.shareimage.domain.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Explains what is wrong with a command line: the parser's errors in our own sentences. */
final class UsageProblems {

    private final ParseResult parsed;
    private final CommandWord word;

    UsageProblems(ParseResult parsed, CommandWord word) {
        this.parsed = parsed;
        this.word = word;
    }

    /** The problem of a word in the place of the command that names no command. */
    Optional<Problem> unknownCommand() {
        if (word.named().isPresent() || unmatched().isEmpty()) {
            return Optional.empty();
        }
        String first = unmatched().get(0);
        boolean isWord =
                first.equals(word.others().get(0)) || unmatched().stream().noneMatch(this::isOption);
        return isWord && !isOption(first) ? Optional.of(unknownCommand(first)) : Optional.empty();
    }

    /** The problem of an unknown command, with a suggestion. */
    static Problem unknownCommand(String name) {
        return Suggestions.nearest(name, Commands.NAMES)
                .map(near -> Problem.of("usage.unknown-command-near", Quoting.visible(name), near))
                .orElseGet(() -> Problem.of("usage.unknown-command", Quoting.visible(name)));
    }

    /** All problems. */
    List<Problem> all() {
        List<Problem> problems = new ArrayList<>();
        for (Exception error : parsed.errors()) {
            problems.addAll(of(error));
        }
        for (OptionSpec option : parsed.matchedOptions()) {
            problems.addAll(ofValues(option));
        }
        return problems;
    }

    private List<Problem> of(Exception error) {
        if (error instanceof UnmatchedArgumentException) {
            return ofUnmatched();
        }
        if (error instanceof MissingParameterException missing) {
            return missing.getMissing().stream()
                    .map(option -> Problem.of("usage.missing-value", name(option)))
                    .toList();
        }
        if (error instanceof MaxValuesExceededException) {
            return flagsWithValue();
        }
        if (error instanceof ParameterException malformed && malformed.getArgSpec() != null) {
            return ofMalformed(malformed, name(malformed.getArgSpec()));
        }
        return List.of(Problem.of("usage.problems", Quoting.visible(String.valueOf(error.getMessage()))));
    }

    private static List<Problem> ofMalformed(ParameterException malformed, String name) {
        Optional<Problem> noValue = ofValue(name, String.valueOf(malformed.getValue()));
        if (noValue.isPresent()) {
            return List.of(noValue.get());
        }
        if (malformed.getCause() instanceof UsageException several) {
            return several.problems();
        }
        String sentence = malformed.getCause() instanceof InvalidValueException invalid
                ? invalid.messageWithValue()
                : Quoting.visible(String.valueOf(malformed.getMessage()));
        return List.of(Problem.of("usage.problems", name + ": " + sentence));
    }

    private static List<Problem> ofValues(OptionSpec option) {
        boolean emptyList = option.getValue() instanceof List<?> list && list.isEmpty();
        if (emptyList && !option.originalStringValues().isEmpty()) {
            return List.of(Problem.of("usage.empty-list", option.longestName()));
        }
        return option.originalStringValues().stream()
                .filter(value -> !option.isMultiValue() || !value.isEmpty())
                .flatMap(value -> ofValue(option.longestName(), value).stream())
                .toList();
    }

    /** The problem of a value that is really a misspelled option. */
    private static Optional<Problem> ofValue(String name, String value) {
        if (value.isEmpty()) {
            return Optional.of(Problem.of("usage.empty-value", name));
        }
        return value.startsWith("--") ? Optional.of(Problem.of("usage.missing-value", name)) : Optional.empty();
    }

    private List<Problem> flagsWithValue() {
        CommandSpec command = parsed.commandSpec();
        return word.others().stream()
                .filter(argument -> argument.contains("="))
                .map(UsageProblems::nameIn)
                .filter(name -> command.optionsMap().containsKey(name)
                        && command.findOption(name).arity().max() == 0)
                .map(name -> Problem.of("usage.flag-with-value", name))
                .toList();
    }

    /**
     * The problems of unknown arguments. The value of an unknown option looks like an argument, so only the option is
     * named.
     */
    private List<Problem> ofUnmatched() {
        List<Problem> options =
                unmatched().stream().filter(this::isOption).map(this::ofOption).toList();
        return options.isEmpty()
                ? unmatched().stream()
                        .limit(1)
                        .map(argument -> Problem.of("usage.unexpected", Quoting.visible(argument)))
                        .toList()
                : options;
    }

    private List<String> unmatched() {
        return parsed.unmatched();
    }

    private boolean isOption(String argument) {
        return argument.startsWith("-") && argument.length() > 1;
    }

    private Problem ofOption(String argument) {
        String name = argument.startsWith("--") ? nameIn(argument) : argument.substring(0, 2);
        if (Known.OPTIONS.contains(name)) {
            return Problem.of("usage.foreign-option", word.command(), name);
        }
        Optional<String> near =
                name.startsWith("--") ? Suggestions.nearest(name, Known.LONG_OPTIONS) : Optional.empty();
        return near.map(option -> Problem.of("usage.unknown-option-near", Quoting.visible(name), option))
                .orElseGet(() -> Problem.of("usage.unknown-option", Quoting.visible(name)));
    }

    private static String nameIn(String argument) {
        int equals = argument.indexOf('=');
        return equals < 0 ? argument : argument.substring(0, equals);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** The options of all commands. They are collected only if one is misspelled. */
    private static final class Known {

        static final Set<String> OPTIONS = Commands.program().getSubcommands().values().stream()
                .flatMap(command -> command.getCommandSpec().optionsMap().keySet().stream())
                .collect(Collectors.toUnmodifiableSet());

        static final List<String> LONG_OPTIONS =
                OPTIONS.stream().filter(option -> option.startsWith("--")).toList();
    }
}

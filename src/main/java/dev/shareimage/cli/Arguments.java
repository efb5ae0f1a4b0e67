package dev.shareimage.cli;

import dev.shareimage.cli.options.AllOptions;
import dev.shareimage.cli.options.OptionDeclaration;
import dev.shareimage.cli.options.OptionDeclaration.Kind;
import dev.shareimage.cli.options.OptionValues;
import dev.shareimage.cli.options.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The arguments in the one order that the parser knows: the command, its options, then what belongs to no option.
 *
 * <p>People put options before the command too, and leave {@code share} away. An option whose value may be missing takes
 * the next argument only when that looks like one of its values: {@code --resource-directory rd-…}; {@code --sandbox} takes
 * it with an equals sign alone. After {@code --image-id} several images may follow with blanks between them.
 *
 * @param command the command that was named, or empty
 * @param options with their values, long names and values in one argument
 * @param operands what belongs to no option
 */
record Arguments(Optional<String> command, List<String> options, List<String> operands) {

    Arguments {
        options = List.copyOf(options);
        operands = List.copyOf(operands);
    }

    /**
     * Sorts arguments.
     *
     * @throws UsageException for an option or a command that no command has, or a value that is missing
     */
    static Arguments of(List<String> arguments) throws UsageException {
        Sorter sorter = new Sorter(arguments);
        sorter.sort();
        return new Arguments(Optional.ofNullable(sorter.command), sorter.options, sorter.operands);
    }

    boolean has(OptionDeclaration option) {
        return options.stream().anyMatch(option.names()::contains);
    }

    private static final class Sorter {
        private final AllOptions known = new AllOptions();
        private final List<String> arguments;
        private final List<String> options = new ArrayList<>();
        private final List<String> operands = new ArrayList<>();
        private @Nullable String command;
        private int next;

        Sorter(List<String> arguments) {
            this.arguments = arguments;
        }

        void sort() throws UsageException {
            while (next < arguments.size()) {
                String argument = arguments.get(next++);
                if (argument.equals("--")) {
                    operands.addAll(arguments.subList(next, arguments.size()));
                    next = arguments.size();
                } else if (argument.startsWith("--")) {
                    longOption(argument);
                } else if (argument.startsWith("-") && argument.length() > 1) {
                    shortOptions(argument);
                } else {
                    word(argument);
                }
            }
        }

        private void word(String argument) throws UsageException {
            if (command != null) {
                operands.add(argument);
            } else if (Commands.NAMES.contains(argument)) {
                command = argument;
            } else {
                throw Unknown.command(argument);
            }
        }

        private void longOption(String argument) throws UsageException {
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            OptionDeclaration option = option(name);
            if (equals >= 0 && option.kind() == Kind.FLAG) {
                throw new UsageException("usage.flag-with-value", name);
            }
            take(option, name, equals < 0 ? Optional.empty() : Optional.of(argument.substring(equals + 1)));
        }

        private void shortOptions(String argument) throws UsageException {
            for (int i = 1; i < argument.length(); i++) {
                String name = "-" + argument.charAt(i);
                OptionDeclaration option = option(name);
                if (option.kind() == Kind.FLAG) {
                    options.add(option.name());
                } else {
                    String rest = argument.substring(i + 1);
                    String value = rest.startsWith("=") ? rest.substring(1) : rest;
                    take(option, name, rest.isEmpty() ? Optional.empty() : Optional.of(value));
                    return;
                }
            }
        }

        private void take(OptionDeclaration option, String name, Optional<String> glued) throws UsageException {
            switch (option.kind()) {
                case FLAG -> options.add(option.name());
                case OPTIONAL_VALUE -> add(option, glued.orElseGet(() -> optionalValue(option)));
                default -> {
                    add(option, glued.isPresent() ? glued.get() : requiredValue(name));
                    while (!option.valuePrefix().isEmpty() && nextStartsWith(option.valuePrefix())) {
                        add(option, arguments.get(next++));
                    }
                }
            }
        }

        private void add(OptionDeclaration option, String value) {
            options.add(option.name() + "=" + value);
        }

        private String optionalValue(OptionDeclaration option) {
            return !option.valuePrefix().isEmpty() && nextStartsWith(option.valuePrefix())
                    ? arguments.get(next++)
                    : OptionValues.BARE;
        }

        private boolean nextStartsWith(String prefix) {
            return next < arguments.size() && arguments.get(next).startsWith(prefix);
        }

        private String requiredValue(String name) throws UsageException {
            if (next == arguments.size() || isOption(arguments.get(next))) {
                throw new UsageException("usage.missing-value", name);
            }
            return arguments.get(next++);
        }

        private boolean isOption(String argument) {
            int equals = argument.indexOf('=');
            return argument.startsWith("--")
                    || known.find(equals < 0 ? argument : argument.substring(0, equals))
                            .isPresent();
        }

        private OptionDeclaration option(String name) throws UsageException {
            Optional<OptionDeclaration> option = known.find(name);
            if (option.isEmpty()) {
                throw Unknown.option(name, known.names());
            }
            return option.get();
        }
    }
}

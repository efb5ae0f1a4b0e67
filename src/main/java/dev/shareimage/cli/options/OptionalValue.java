package dev.shareimage.cli.options;

import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Consumes the value of an option if there is one. The next argument is a value only if it looks like one. */
abstract sealed class OptionalValue implements IParameterPreprocessor {

    /** Replaces a missing value. No argument of a process can contain it. */
    static final String MISSING = "\0";

    private static final String SEPARATE = " ";

    /** The value, if there was one. */
    static Optional<String> of(String text) {
        return text.equals(MISSING) ? Optional.empty() : Optional.of(text);
    }

    abstract boolean isValue(String argument);

    @Override
    @SuppressWarnings("JdkObsolete") // The library's own signature.
    public boolean preprocess(
            Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> information) {
        boolean separate = SEPARATE.equals(information.get("separator"));
        if (separate && (arguments.isEmpty() || !isValue(arguments.peek()))) {
            arguments.push(MISSING);
        }
        return false;
    }

    /** {@code --sandbox=DIR}: the next argument is never a value. */
    static final class AfterEquals extends OptionalValue {
        @Override
        boolean isValue(String argument) {
            return false;
        }
    }

    /** {@code --newest 3}. */
    static final class Count extends OptionalValue {
        @Override
        boolean isValue(String argument) {
            return !argument.isEmpty() && argument.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        }
    }

    /** {@code --resource-directory rd-…}. */
    static final class DirectoryId extends OptionalValue {
        @Override
        boolean isValue(String argument) {
            return argument.startsWith("rd-");
        }
    }
}

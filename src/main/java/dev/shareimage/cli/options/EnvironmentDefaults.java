package dev.shareimage.cli.options;

import dev.shareimage.cli.options.UsageException.Problem;
import dev.shareimage.domain.InvalidValueException;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Sets options that were not typed from variables: {@code SHARE_IMAGE_} and the option's name in capitals.
 *
 * <p>It sets the values itself and does not return them, because the parser would stop at the first malformed one, show
 * it, and replace <code>${…}</code> in it.
 */
public final class EnvironmentDefaults implements IDefaultValueProvider {

    private static final String PREFIX = "SHARE_IMAGE_";

    /** The variables of the vendor and of all programs. They count if ours is not set. */
    private static final Map<String, String> FOREIGN =
            Map.of("--region", "ALIBABA_CLOUD_REGION_ID", "--no-color", "NO_COLOR");

    private static final List<String> YES = List.of("1", "true", "yes", "on");
    private static final List<String> NO = List.of("0", "false", "no", "off");

    private final Map<String, String> environment;
    private final List<Problem> problems = new ArrayList<>();

    public EnvironmentDefaults(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** The variable of an option, unless the option must be typed. */
    public static Optional<String> variable(OptionSpec option) {
        boolean typedOnly = option.usageHelp()
                || option.versionHelp()
                || option.userObject() instanceof AnnotatedElement field
                        && field.isAnnotationPresent(NotFromEnvironment.class);
        return typedOnly ? Optional.empty() : Optional.of(nameFor(option));
    }

    /** Whether the option was typed. A value from a variable does not count. */
    static boolean isTyped(@Nullable CommandSpec command, String option) {
        return command != null && command.commandLine().getParseResult().hasMatchedOption(option);
    }

    /** The problems of the variables so far. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (argument instanceof OptionSpec option) {
            String name = nameFor(option);
            if (isSet(name) && variable(option).isPresent()) {
                set(option, name, environment.getOrDefault(name, ""));
            } else if (option.longestName().equals("--lang")) {
                option.setValue(EnvironmentLanguage.of(environment));
            } else {
                String foreign = FOREIGN.getOrDefault(option.longestName(), "");
                if (isSet(foreign)) {
                    setForeign(option, foreign, environment.getOrDefault(foreign, ""));
                }
            }
        }
        return null;
    }

    private boolean isSet(String name) {
        return !environment.getOrDefault(name, "").isEmpty();
    }

    private static String nameFor(OptionSpec option) {
        return PREFIX
                + option.longestName().substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** A switch of all programs is on whatever the value of its variable is. */
    private void setForeign(OptionSpec option, String name, String text) {
        if (option.arity().max() == 0) {
            option.setValue(true);
        } else {
            convert(option, name, text);
        }
    }

    private void set(OptionSpec option, String name, String text) {
        boolean yes = YES.contains(text.toLowerCase(Locale.ROOT));
        boolean no = NO.contains(text.toLowerCase(Locale.ROOT));
        if (option.arity().max() == 0) {
            if (!yes && !no) {
                problem(name + ": this is neither true nor false");
            }
            option.setValue(yes);
        } else if (option.arity().min() > 0) {
            convert(option, name, text);
        } else if (!no) {
            convert(option, name, yes ? OptionalValue.MISSING : text);
        }
    }

    private void convert(OptionSpec option, String name, String text) {
        ITypeConverter<?>[] converters = option.converters();
        try {
            if (converters.length == 0) {
                option.setValue(text);
            } else if (converters[0] instanceof ListConverter<?> lists) {
                List<?> entries = lists.convertVariable(name, text);
                if (entries.isEmpty()) {
                    problems.add(Problem.of("usage.empty-list", name));
                }
                option.setValue(entries);
            } else {
                option.setValue(converters[0].convert(text));
            }
        } catch (UsageException e) {
            problems.addAll(e.problems());
        } catch (InvalidValueException e) {
            problem(name + ": " + e.getMessage());
        } catch (Exception e) {
            throw new IllegalStateException(name, e);
        }
    }

    private void problem(String sentence) {
        problems.add(Problem.of("usage.problems", sentence));
    }
}

package dev.shareimage.cli;

import dev.shareimage.cli.options.AllOptions;
import dev.shareimage.cli.options.OptionDeclaration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Turns declarations into what the parser understands. Built without annotations, whose reading is slow. */
final class Specifications {

    private Specifications() {}

    /** A command with everything that it takes. */
    static CommandSpec of(Command command) {
        CommandSpec specification = CommandSpec.create().name(command.name());
        optionsOf(command).forEach(option -> specification.addOption(of(option).build()));
        if (!command.operands().isEmpty()) {
            specification.addPositional(PositionalParamSpec.builder()
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .arity("0..*")
                    .paramLabel(command.operands())
                    .build());
        }
        specification.parser().overwrittenOptionsAllowed(true).aritySatisfiedByAttachedOptionParam(true);
        return specification;
    }

    /** An option, still without its text. */
    static OptionSpec.Builder of(OptionDeclaration option) {
        OptionSpec.Builder builder = OptionSpec.builder(option.names().toArray(String[]::new));
        if (!option.choices().isEmpty()) {
            builder.completionCandidates(option.choices());
        }
        return switch (option.kind()) {
            case FLAG -> builder.type(boolean.class).arity("0");
            case VALUE -> builder.type(String.class).arity("1").paramLabel(option.label());
            case LIST ->
                builder.type(List.class).auxiliaryTypes(String.class).arity("1").paramLabel(option.label());
            case OPTIONAL_VALUE ->
                builder.type(String.class).arity("0..1").fallbackValue("").paramLabel(option.label());
        };
    }

    /** Everything that a command takes, each option once. */
    static List<OptionDeclaration> optionsOf(Command command) {
        Map<String, OptionDeclaration> byName = new LinkedHashMap<>();
        Stream.concat(command.groups().stream(), AllOptions.COMMON.stream())
                .flatMap(group -> group.options().stream())
                .forEach(option -> byName.putIfAbsent(option.name(), option));
        return List.copyOf(byName.values());
    }
}

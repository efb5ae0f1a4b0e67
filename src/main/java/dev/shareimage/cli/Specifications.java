package dev.shareimage.cli;

import dev.shareimage.cli.options.AllOptions;
import dev.shareimage.cli.options.OptionDeclaration;
import dev.shareimage.cli.options.OptionGroup;
import java.util.List;
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
        return Stream.of(command.groups().stream(), AllOptions.COMMON.stream())
                .flatMap(groups -> groups)
                .map(OptionGroup::options)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}

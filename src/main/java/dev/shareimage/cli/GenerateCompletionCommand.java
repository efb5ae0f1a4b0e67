package dev.shareimage.cli;

import dev.shareimage.cli.options.OptionGroup;
import dev.shareimage.cli.options.OptionValues;
import dev.shareimage.cli.options.UsageException;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Prints a script for bash and zsh that completes commands and options. */
final class GenerateCompletionCommand implements Command {

    @Override
    public String name() {
        return "generate-completion";
    }

    @Override
    public List<OptionGroup> groups() {
        return List.of();
    }

    @Override
    public Action prepare(OptionValues values) throws UsageException {
        return session -> {
            session.output().text(script());
            return ExitCode.DONE;
        };
    }

    /** Every command with its own options, and those of {@code share} without a command. */
    static String script() {
        CommandSpec program = Specifications.of(Commands.make(Commands.DEFAULT)).name("share-image");
        for (String name : Commands.NAMES) {
            program.addSubcommand(name, Specifications.of(Commands.make(name)));
        }
        return AutoComplete.bash("share-image", new CommandLine(program));
    }
}

package dev.shareimage.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The commands for completion: only with the options that their help shows. */
final class ExplainedCommands {

    private ExplainedCommands() {}

    static CommandLine program() {
        CommandLine program = Commands.program();
        program.getSubcommands().values().forEach(ExplainedCommands::removeHidden);
        return program;
    }

    static CommandLine of(BaseCommand command) {
        return removeHidden(new CommandLine(command));
    }

    /** The columns that a result of the command can have. */
    static List<String> columns(CommandSpec command) {
        return command.userObject() instanceof BaseCommand known ? known.possibleColumns() : List.of();
    }

    private static CommandLine removeHidden(CommandLine command) {
        UsageHelp.hidden(command.getCommandSpec()).forEach(command.getCommandSpec()::remove);
        return command;
    }
}

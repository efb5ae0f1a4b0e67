package dev.shareimage.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Prints a script for bash and zsh that completes commands and options. */
@Command(name = "generate-completion")
final class GenerateCompletionCommand extends BaseCommand {

    @Override
    int run(Session session) {
        session.output().text(script());
        return ExitCode.DONE;
    }

    /** Every command with its own options, and those of {@code share} without a command. */
    static String script() {
        CommandLine program = new CommandLine(new ShareCommand());
        Commands.program().getSubcommands().forEach(program::addSubcommand);
        return AutoComplete.bash(Application.PROGRAM, program);
    }
}

package dev.shareimage.cli;

import dev.shareimage.cli.options.ListReader;
import dev.shareimage.cli.options.Quoting;
import dev.shareimage.cli.options.UsageException;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Explains the program or a command. */
@Command(name = "help", addMethodSubcommands = false)
final class HelpCommand extends BaseCommand {

    @Parameters(paramLabel = "COMMAND", arity = "0..*", completionCandidates = Names.class)
    private List<String> names = List.of();

    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Commands.NAMES.iterator();
        }
    }

    @Override
    void check(ListReader lists) throws UsageException {
        if (names.size() > 1) {
            throw new UsageException("usage.unexpected", Quoting.visible(names.get(1)));
        }
        if (!names.isEmpty() && !Commands.NAMES.contains(names.get(0))) {
            throw new UsageException(List.of(UsageProblems.unknownCommand(names.get(0))));
        }
    }

    @Override
    List<String> withoutEffect() {
        return List.of("--output", "--columns", "--quiet", "--verbose", "--debug");
    }

    @Override
    int run(Session session) {
        UsageHelp help = UsageHelp.of(session.context(), session.output().options());
        session.context().out().print(names.isEmpty() ? help.program() : help.command(names.get(0)));
        return ExitCode.DONE;
    }
}

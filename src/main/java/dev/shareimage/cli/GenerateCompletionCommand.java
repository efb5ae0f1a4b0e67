package dev.shareimage.cli;

import dev.shareimage.cli.options.ListReader;
import dev.shareimage.cli.options.Quoting;
import dev.shareimage.cli.options.UsageException;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints a script for a shell that completes commands, options and values. */
@Command(name = "generate-completion", addMethodSubcommands = false)
final class GenerateCompletionCommand extends BaseCommand {

    @Parameters(paramLabel = "SHELL", arity = "0..*", completionCandidates = Shells.class)
    private List<String> shells = List.of();

    static final class Shells implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return CompletionScript.SHELLS.iterator();
        }
    }

    @Override
    void check(ListReader lists) throws UsageException {
        if (shells.size() > 1) {
            throw new UsageException("usage.unexpected", Quoting.visible(shells.get(1)));
        }
        if (!CompletionScript.SHELLS.containsAll(shells)) {
            throw new UsageException("usage.no-shell", String.join(", ", CompletionScript.SHELLS));
        }
    }

    @Override
    List<String> withoutEffect() {
        return List.of("--output", "--columns", "--quiet", "--verbose", "--debug");
    }

    @Override
    int run(Session session) {
        session.output().text(CompletionScript.of(shells.isEmpty() ? "bash" : shells.get(0)));
        return ExitCode.DONE;
    }
}

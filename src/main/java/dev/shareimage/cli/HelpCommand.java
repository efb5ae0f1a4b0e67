package dev.shareimage.cli;

import dev.shareimage.cli.options.OptionGroup;
import dev.shareimage.cli.options.OptionValues;
import dev.shareimage.cli.options.Quoting;
import dev.shareimage.cli.options.UsageException;
import java.util.List;

/** Shows what the program or a command is for. */
final class HelpCommand implements Command {

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String operands() {
        return "COMMAND";
    }

    @Override
    public List<OptionGroup> groups() {
        return List.of();
    }

    @Override
    public Action prepare(OptionValues values) throws UsageException {
        List<String> names = values.positionals();
        if (names.size() > 1) {
            throw new UsageException("usage.unexpected", Quoting.visible(names.get(1)));
        }
        if (!names.isEmpty() && !Commands.NAMES.contains(names.get(0))) {
            throw Unknown.command(names.get(0));
        }
        return session -> {
            HelpText help = new HelpText(session.context().terminal().columns());
            session.output().text(names.isEmpty() ? help.program() : help.command(Commands.make(names.get(0))));
            return ExitCode.DONE;
        };
    }
}

package dev.shareimage.cli;

import dev.shareimage.cli.options.OutputOptions;
import java.util.List;

/** Runs the command that the arguments name. */
public final class Application {

    static final String PROGRAM = "share-image";

    private final ProcessContext context;
    private final CloudConnectors connectors;

    public Application(ProcessContext context, CloudConnectors connectors) {
        this.context = context;
        this.connectors = connectors;
    }

    /**
     * Runs a command.
     *
     * @return the exit code of the process
     */
    public int run(List<String> arguments) {
        if (arguments.isEmpty()) {
            context.err()
                    .print(UsageHelp.of(context, OutputOptions.plain(context.environment()))
                            .program());
            context.err().flush();
            return ExitCode.USAGE;
        }
        return new Invocation(context, connectors, CommandWord.of(arguments)).run();
    }
}

package dev.shareimage.cli;

import dev.shareimage.app.PastedCommands;
import dev.shareimage.cli.options.AllOptions;
import dev.shareimage.cli.options.ChangeOptions;
import dev.shareimage.cli.options.CloudOptions;
import dev.shareimage.cli.options.OptionValues;
import dev.shareimage.cli.options.OutputOptions;
import dev.shareimage.cli.options.Quoting;
import dev.shareimage.cli.options.Remark;
import dev.shareimage.cli.options.SafeguardOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.Output;
import dev.shareimage.cli.view.Style;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.Messages;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs the command that the arguments ask for. */
public final class Application {

    static final String PROGRAM = "share-image";

    /** The vendor's own spelling; the SDK obeys it. */
    private static final String TLS_CHECKS_OFF = "ALIBABACLOUD_JAVA_CORE_INGNORE_SSL";

    private final ProcessContext context;
    private final CloudConnectors gateways;

    public Application(ProcessContext context, CloudConnectors gateways) {
        this.context = context;
        this.gateways = gateways;
    }

    /**
     * Runs a command and tells how it ended.
     *
     * @return the exit code of the process
     */
    public int run(List<String> arguments) {
        OutputOptions guess = OutputOptions.guess(arguments, context.environment());
        FailureReporter failures = new FailureReporter(output(guess), guess, PROGRAM);
        return failures.unlessUnwritten(run(arguments, guess, failures));
    }

    private int run(List<String> arguments, OutputOptions guess, FailureReporter early) {
        FailureReporter failures = early;
        if (arguments.isEmpty()) {
            context.err().print(new HelpText(context.terminal().columns()).program());
            context.err().flush();
            return ExitCode.USAGE;
        }
        try {
            Arguments sorted = Arguments.of(arguments);
            failures = new FailureReporter(output(guess), guess, commandOf(sorted));
            return run(sorted, failures);
        } catch (UsageException e) {
            return failures.usage(e);
        } catch (RuntimeException | StackOverflowError e) {
            return failures.defect(e);
        }
    }

    private int run(Arguments arguments, FailureReporter guessed) throws UsageException {
        if (arguments.has(AllOptions.VERSION)) {
            context.out().println(PROGRAM + " " + context.version());
            context.out().flush();
            return ExitCode.DONE;
        }
        if (HelpText.isWanted(arguments)) {
            HelpText help = new HelpText(context.terminal().columns());
            String text =
                    arguments.command().map(Commands::make).map(help::command).orElseGet(help::program);
            context.out().print(text);
            context.out().flush();
            return ExitCode.DONE;
        }
        if (context.environment().getOrDefault(TLS_CHECKS_OFF, "").equalsIgnoreCase("YES")) {
            throw new UsageException("usage.tls-off", TLS_CHECKS_OFF);
        }
        Command command = Commands.make(commandOf(arguments));
        OptionValues values =
                new OptionValues(parse(command, arguments), context.environment(), context.in(), context.directory());
        OutputOptions options = OutputOptions.read(values);
        Session.CommonOptions common = new Session.CommonOptions(
                CloudOptions.read(values), ChangeOptions.read(values), SafeguardOptions.read(values));
        Command.Action action = prepare(command, values);
        values.failOnProblems();
        Output output = output(options);
        Messages messages = Messages.load("cli", options.language());
        for (Remark remark : values.remarks()) {
            String text = messages.get(remark.key(), remark.option(), remark.name());
            output.say(Style.CAUTION, messages.get("warning", text));
        }
        return run(action, command.name(), common, output, options);
    }

    private int run(
            Command.Action action, String command, Session.CommonOptions common, Output output, OutputOptions options) {
        PastedCommands pasted = common.cloud().pasted(common.cloud().region());
        Messages messages = Messages.load("cli", options.language()).completedBy(pasted::complete);
        Session session = new Session(command, context, common, output, messages, gateways);
        FailureReporter failures = new FailureReporter(output, messages, command, session::chosenRegion);
        try (session) {
            int exitCode = action.run(session);
            return session.isLogged() ? exitCode : failures.unlogged(exitCode);
        } catch (UsageException e) {
            return failures.usage(e);
        } catch (InvalidValueException e) {
            return failures.usage(new UsageException("usage.problems", String.valueOf(e.getMessage())));
        } catch (CloudException e) {
            return failures.cloud(e);
        } catch (RuntimeException | StackOverflowError e) {
            return failures.defect(e);
        }
    }

    /** A malformed value explains more than that nothing is left without it. */
    private static Command.Action prepare(Command command, OptionValues values) throws UsageException {
        try {
            return command.prepare(values);
        } catch (UsageException e) {
            values.failOnProblems();
            throw e;
        }
    }

    private static ParseResult parse(Command command, Arguments arguments) throws UsageException {
        List<String> canonical = new ArrayList<>(arguments.options());
        canonical.add("--");
        canonical.addAll(arguments.operands());
        try {
            // What @FILE means, ListReader knows; the parser would take its lines for options.
            return new CommandLine(Specifications.of(command))
                    .setExpandAtFiles(false)
                    .parseArgs(canonical.toArray(String[]::new));
        } catch (UnmatchedArgumentException e) {
            throw unmatched(command, e.getUnmatched().get(0));
        } catch (ParameterException e) {
            throw new UsageException("usage.problems", String.valueOf(e.getMessage()));
        }
    }

    private static UsageException unmatched(Command command, String argument) {
        if (!argument.startsWith("--")) {
            return new UsageException("usage.unexpected", Quoting.visible(argument));
        }
        String name = argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument;
        return new UsageException("usage.foreign-option", command.name(), name);
    }

    private static String commandOf(Arguments arguments) {
        return arguments.command().orElse(Commands.DEFAULT);
    }

    private Output output(OutputOptions options) {
        return new Output(context.out(), context.err(), context.terminal(), options);
    }
}

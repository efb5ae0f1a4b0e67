package dev.shareimage.cli;

import dev.shareimage.app.PastedCommands;
import dev.shareimage.cli.options.CloudOptions;
import dev.shareimage.cli.options.EnvironmentDefaults;
import dev.shareimage.cli.options.ImageOptions;
import dev.shareimage.cli.options.ListReader;
import dev.shareimage.cli.options.OutputOptions;
import dev.shareimage.cli.options.Remark;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.options.UsageException.Problem;
import dev.shareimage.cli.view.Output;
import dev.shareimage.cli.view.StepLog;
import dev.shareimage.cli.view.Style;
import dev.shareimage.cli.view.Terminal;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** One command line: the library parses it, then its command runs here. */
final class Invocation implements IExecutionStrategy, IExecutionExceptionHandler {

    /** The vendor's own spelling. The SDK obeys this variable. */
    private static final String TLS_CHECKS_OFF = "ALIBABACLOUD_JAVA_CORE_INGNORE_SSL";

    private final ProcessContext context;
    private final CloudConnectors connectors;
    private final CommandWord word;
    private final ListReader lists;
    private final EnvironmentDefaults environment;
    private final StepLog log = new StepLog();
    private FailureReporter failures;
    private String language;

    Invocation(ProcessContext context, CloudConnectors connectors, CommandWord word) {
        this.context = context;
        this.connectors = connectors;
        this.word = word;
        this.lists = new ListReader(context.in(), context.directory());
        this.environment = new EnvironmentDefaults(context.environment());
        OutputOptions plain = OutputOptions.plain(context.environment());
        this.language = plain.language();
        this.failures = new FailureReporter(output(plain), plain, Application.PROGRAM);
    }

    /** Runs the command line and returns the exit code. */
    int run() {
        int exitCode;
        try {
            exitCode = commandLine().execute(word.arguments());
        } catch (RuntimeException | StackOverflowError e) {
            failures.report(e);
            exitCode = ExitCode.of(e);
        }
        int ended = ExitCode.ofProcess(failures.unlessUnwritten(exitCode));
        if (Pipeline.of(context.environment()).gitHub()) {
            new GitHubStep(context.environment(), context.err(), log, language).end(ended);
        }
        return ended;
    }

    private CommandLine commandLine() {
        CommandLine command = Commands.command(word.command());
        lists.bindTo(command.getCommandSpec());
        command.getCommandSpec().parser().collectErrors(true);
        return command.setDefaultValueProvider(environment)
                .setExecutionStrategy(this)
                .setExecutionExceptionHandler(this)
                .setExitCodeExceptionMapper(ExitCode::of);
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        failures.report(failure);
        return command.getExitCodeExceptionMapper().getExitCode(failure);
    }

    @Override
    public int execute(ParseResult parsed) {
        BaseCommand command = (BaseCommand) parsed.commandSpec().userObject();
        try {
            return execute(command, parsed);
        } catch (UsageException | CloudException | RuntimeException e) {
            throw new ExecutionException(parsed.commandSpec().commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private int execute(BaseCommand command, ParseResult parsed) throws UsageException, CloudException {
        UsageProblems problems = new UsageProblems(parsed, word);
        if (!parsed.errors().isEmpty()) {
            completeOutput(parsed);
        }
        Output output = output(command.output());
        language = command.output().language();
        Optional<Problem> unknown = problems.unknownCommand();
        failures = new FailureReporter(
                output, command.output(), unknown.isPresent() ? Application.PROGRAM : word.command());
        if (unknown.isPresent()) {
            throw new UsageException(List.of(unknown.get()));
        }
        if (parsed.isUsageHelpRequested()) {
            return print(help(command.output()));
        }
        if (parsed.isVersionHelpRequested()) {
            return print(version(command));
        }
        refuse(command, parsed, problems.all());
        check(command);
        sayRemarks(command.output(), output);
        return run(command, output);
    }

    private void check(BaseCommand command) throws UsageException {
        command.check(lists);
        ImageOptions images = command.images();
        if (images != null && images.waits()) {
            command.options().cloud().waitForImages();
        }
        if (!command.output().columns().isEmpty()) {
            command.output().chooseColumns(command.columns());
        }
    }

    private void sayRemarks(OutputOptions options, Output output) {
        for (Remark remark : lists.remarks()) {
            Messages messages = Messages.load("cli", options.language());
            String text = messages.get(remark.key(), remark.option(), remark.name());
            output.say(Style.CAUTION, messages.get("warning", text));
        }
    }

    private int run(BaseCommand command, Output output) throws UsageException, CloudException {
        CloudOptions cloud = command.options().cloud();
        cloud.typed(word.line());
        PastedCommands pasted = cloud.pasted(cloud.regions().size() > 1 ? Optional.empty() : cloud.region());
        Messages messages = Messages.load("cli", command.output().language()).completedBy(pasted::complete);
        try (Session session = new Session(word.command(), context, command.options(), output, messages, connectors)) {
            failures = new FailureReporter(output, messages, word.command(), session::chosenRegion, command.changes());
            if (lists.inputRead()) {
                session.inputIsTaken();
            }
            int exitCode = command.run(session);
            return session.isLogged() ? exitCode : failures.unlogged(exitCode);
        }
    }

    private void refuse(BaseCommand command, ParseResult parsed, List<Problem> typed) throws UsageException {
        if (context.environment().getOrDefault(TLS_CHECKS_OFF, "").equalsIgnoreCase("YES")) {
            throw new UsageException("usage.tls-off", TLS_CHECKS_OFF);
        }
        List<Problem> problems = new ArrayList<>(typed);
        problems.addAll(environment.problems());
        problems.addAll(command.options().cloud().problems());
        // An unknown option may be the missing one, misspelled.
        if (parsed.unmatched().isEmpty()) {
            problems.addAll(command.problems(
                    option -> word.others().stream().anyMatch(argument -> argument.startsWith(option))));
        }
        if (!problems.isEmpty()) {
            throw new UsageException(problems);
        }
    }

    /** Completes the output options from the environment, because the parser may have stopped before that. */
    private void completeOutput(ParseResult parsed) {
        for (OptionSpec option : UsageHelp.optionsOf(parsed.commandSpec(), "output")) {
            if (!parsed.hasMatchedOption(option)) {
                environment.defaultValue(option);
            }
        }
    }

    private String version(BaseCommand command) {
        String line = Application.PROGRAM + " " + context.version() + "\n";
        return command.output().verbose()
                ? line
                        + new VersionDetails(
                                        Messages.load("cli", command.output().language()))
                                .text(command.options().cloud(), context)
                : line;
    }

    private String help(OutputOptions options) {
        UsageHelp help = UsageHelp.of(context, options);
        return word.named().isPresent() ? help.command(word.command()) : help.program();
    }

    private int print(String text) {
        context.out().print(text);
        context.out().flush();
        return ExitCode.DONE;
    }

    private Output output(OutputOptions options) {
        Terminal terminal = context.terminal();
        boolean logged = Pipeline.of(context.environment()).present();
        return new Output(
                context.out(), context.err(), logged ? terminal.asLog() : terminal, options, context.clock(), log);
    }
}

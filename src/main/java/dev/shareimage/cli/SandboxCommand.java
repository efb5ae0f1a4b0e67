package dev.shareimage.cli;

import dev.shareimage.cli.options.ListReader;
import dev.shareimage.cli.options.SandboxOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.EnvironmentResult;
import dev.shareimage.cli.view.Output;
import dev.shareimage.cli.view.Style;
import dev.shareimage.sandbox.RunningSandbox;
import dev.shareimage.sandbox.Sandbox;
import dev.shareimage.sandbox.fault.FaultPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Serves the local cloud to other programs, prints how to reach it, or resets it. */
@Command(name = "sandbox", addMethodSubcommands = false)
final class SandboxCommand extends BaseCommand {

    private static final List<String> TASKS = List.of("serve", "reset", "env");

    /** The name of this field is the name of the group in the help. */
    @Mixin
    private final SandboxOptions sandbox = new SandboxOptions();

    @Parameters(paramLabel = "TASK", arity = "0..*", completionCandidates = Tasks.class)
    private List<String> tasks = List.of();

    static final class Tasks implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return TASKS.iterator();
        }
    }

    @Override
    void check(ListReader lists) throws UsageException {
        if (tasks.size() != 1 || !TASKS.contains(tasks.get(0))) {
            throw new UsageException("sandbox.what");
        }
    }

    @Override
    List<String> columns() {
        return tasks.contains("env") ? EnvironmentResult.COLUMNS : List.of();
    }

    @Override
    List<String> possibleColumns() {
        return EnvironmentResult.COLUMNS;
    }

    @Override
    List<String> explained() {
        return List.of("--profile", "--sandbox");
    }

    @Override
    int run(Session session) throws UsageException {
        Path directory = SandboxDirectory.of(session.options().cloud(), session.context());
        return switch (tasks.get(0)) {
            case "serve" -> serve(session, sandbox, directory);
            case "reset" -> reset(session, directory);
            default -> environment(session, sandbox, directory);
        };
    }

    private static int serve(Session session, SandboxOptions options, Path directory) throws UsageException {
        Output output = session.output();
        Sandbox cloud = Sandbox.open(directory)
                .withFaults(faults(options, session.context().directory()));
        if (options.control()) {
            cloud.withControl();
        }
        if (output.options().verbose() || output.options().debug()) {
            cloud.withRequestLog(line -> output.verbatim(line));
        }
        try (RunningSandbox running = cloud.start(options.port())) {
            output.text(running.uri() + "\n");
            if (!output.isWritten()) {
                return ExitCode.UNWRITTEN;
            }
            output.say(session.messages().get("sandbox.started", running.uri(), directory));
            output.say(Style.CAUTION, session.messages().get("sandbox.warning"));
            new CountDownLatch(1).await();
        } catch (UncheckedIOException e) {
            throw new UsageException("sandbox.unusable", options.port(), directory, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            output.endTypedLine();
        }
        return ExitCode.INTERRUPTED;
    }

    private static FaultPlan faults(SandboxOptions options, Path directory) throws UsageException {
        if (options.faults().isEmpty()) {
            return FaultPlan.NONE;
        }
        Path file = directory.resolve(options.faults().get());
        try {
            return FaultPlan.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UsageException("usage.file-unreadable", "--faults", file);
        } catch (IllegalArgumentException e) {
            String wrong = "the fault plan is wrong: " + e.getMessage();
            throw new UsageException(UsageException.MADE_ELSEWHERE, "--faults: " + wrong);
        }
    }

    private static int reset(Session session, Path directory) throws UsageException {
        try {
            Sandbox.reset(directory);
        } catch (UncheckedIOException e) {
            throw new UsageException("sandbox.state", directory, String.valueOf(e.getMessage()));
        }
        session.output().say(session.messages().get("sandbox.reset", directory));
        return ExitCode.DONE;
    }

    private static int environment(Session session, SandboxOptions options, Path directory) throws UsageException {
        URI uri = URI.create("http://127.0.0.1:" + options.port());
        try {
            EnvironmentResult result = new EnvironmentResult(
                    session.command(),
                    SandboxConnector.environment(
                            Sandbox.open(directory),
                            uri,
                            session.options().cloud().profile()));
            session.output().resultOr(result, result.script());
        } catch (UncheckedIOException e) {
            throw new UsageException("sandbox.state", directory, String.valueOf(e.getMessage()));
        }
        return ExitCode.DONE;
    }
}

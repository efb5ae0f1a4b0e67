package dev.shareimage.cli;

import dev.shareimage.app.ErrorAdvice;
import dev.shareimage.cli.options.OutputOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.Output;
import dev.shareimage.cli.view.Problem;
import dev.shareimage.cli.view.ProblemResult;
import dev.shareimage.cli.view.ProblemView;
import dev.shareimage.cli.view.Style;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells of a command that came to no result: to people, and in a document to programs. */
final class FailureReporter {

    private static final int MAX_PROBLEMS_SHOWN = 20;

    /** How a region that does not exist shows: there is no such host, or a host that is asked does not know it. */
    private static final Set<String> REGION_UNKNOWN =
            Set.of("UnknownHost", "InvalidRegionId.NotFound", "InvalidRegion.NotFound");

    private final Output output;
    private final Messages messages;
    private final String command;
    private final Supplier<@Nullable RegionId> region;

    /** Before there is a session. */
    FailureReporter(Output output, OutputOptions options, String command) {
        this(output, Messages.load("cli", options.language()), command, () -> null);
    }

    /**
     * @param region where the command works, as far as it is known when it fails
     */
    FailureReporter(Output output, Messages messages, String command, Supplier<@Nullable RegionId> region) {
        this.output = output;
        this.messages = messages;
        this.command = command;
        this.region = region;
    }

    /** Tells what went wrong, in the form that was asked for. */
    void report(Throwable failure) {
        if (Thread.currentThread().isInterrupted()) {
            output.endTypedLine();
        }
        if (failure instanceof UsageException usage) {
            usage(sentence(usage));
        } else if (failure instanceof InvalidValueException invalid) {
            usage(String.valueOf(invalid.getMessage()));
        } else if (failure instanceof CloudException cloud) {
            cloud(cloud);
        } else {
            tell(Problem.ours("InternalError", messages.get("defect"), messages.get("defect.fix")));
            trace(failure);
        }
    }

    private String sentence(UsageException e) {
        List<String> different = e.problems().stream()
                .map(problem -> messages.get(problem.key(), problem.arguments().toArray()))
                .distinct()
                .toList();
        int shown = Math.min(MAX_PROBLEMS_SHOWN, different.size());
        String sentences = String.join("; ", different.subList(0, shown));
        return shown == different.size()
                ? sentences
                : messages.get("usage.many-problems", sentences, different.size() - shown);
    }

    private void usage(String sentence) {
        tell(Problem.ours(
                "Usage",
                sentence,
                command.equals(Application.PROGRAM)
                        ? messages.get("usage.fix-program")
                        : messages.get("usage.fix", command)));
    }

    private void cloud(CloudException e) {
        ErrorAdvice advice = new ErrorAdvice(messages);
        tell(Problem.ofCloud(e.code(), advice.cause(e), e.requestId().orElse(null), fix(advice, e)));
        trace(e);
    }

    /** The exit code, unless the result is lost, on a full disk for example; who interrupts a run may close its pipe too. */
    int unlessUnwritten(int exitCode) {
        if (output.isWritten() || exitCode == ExitCode.INTERRUPTED) {
            return exitCode;
        }
        output.tell(Style.BAD, messages.get("error", messages.get("unwritten")));
        return ExitCode.UNWRITTEN;
    }

    /** The audit log lacks something that was done; a command that failed has failed all the same. */
    int unlogged(int exitCode) {
        output.tell(Style.BAD, messages.get("error", messages.get("unlogged")));
        return exitCode == ExitCode.DONE ? ExitCode.UNAVAILABLE : exitCode;
    }

    /** What the program itself tells of has a repair beside the other sentences of its part. */
    private @Nullable String fix(ErrorAdvice advice, CloudException e) {
        String special = "fix." + e.code();
        String fix = messages.has(special) ? messages.get(special) : advice.fix(e);
        RegionId where = region.get();
        return fix != null && where != null && REGION_UNKNOWN.contains(e.code())
                ? new RegionFinding(messages).withSuggestion(where, fix)
                : fix;
    }

    private void tell(Problem problem) {
        if (output.isForPrograms() && !output.hasResult()) {
            output.result(new ProblemResult(command, region.get(), problem));
        }
        new ProblemView(output, messages).show(problem);
    }

    private void trace(Throwable e) {
        if (output.options().debug()) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            trace.toString().lines().forEach(line -> output.tell(Style.PLAIN, line.replace("\t", "    ")));
        }
    }
}

package dev.shareimage.cli;

import dev.shareimage.app.ErrorAdvice;
import dev.shareimage.app.checks.MissingPermissions;
import dev.shareimage.cli.options.OutputOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.Output;
import dev.shareimage.cli.view.Problem;
import dev.shareimage.cli.view.Problem.Detail;
import dev.shareimage.cli.view.ProblemResult;
import dev.shareimage.cli.view.ProblemView;
import dev.shareimage.cli.view.Style;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.permission.Persona;
import dev.shareimage.domain.permission.RamPolicy;
import dev.shareimage.domain.permission.Scope;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reports a command that ended with an exception: to people as text, and to programs as a document. */
final class FailureReporter {

    private static final int MAX_PROBLEMS_SHOWN = 20;

    /** The commands that explain the program itself, after which no help of a command is proposed. */
    private static final Set<String> OF_PROGRAM = Set.of(Application.PROGRAM, "help");

    private static final String RECIPIENTS_COMMAND = "verify";

    /** The codes for an unknown region: its host does not exist, or another host does not know it. */
    private static final Set<String> REGION_UNKNOWN =
            Set.of("UnknownHost", "InvalidRegionId.NotFound", "InvalidRegion.NotFound");

    private final Output output;
    private final Messages messages;
    private final String command;
    private final Supplier<@Nullable RegionId> region;
    private final boolean changes;

    /** A reporter for failures before there is a session. */
    FailureReporter(Output output, OutputOptions options, String command) {
        this(output, Messages.load("cli", options.language()), command, () -> null, false);
    }

    /**
     * @param region the command's region, as far as it is known at the time of the failure
     * @param changes whether the command can have changed something
     */
    FailureReporter(
            Output output, Messages messages, String command, Supplier<@Nullable RegionId> region, boolean changes) {
        this.output = output;
        this.messages = messages;
        this.command = command;
        this.region = region;
        this.changes = changes;
    }

    /** Reports the failure in the requested format. */
    void report(Throwable failure) {
        if (Thread.currentThread().isInterrupted()) {
            output.endTypedLine();
        }
        if (failure instanceof UsageException usage) {
            usage(usage);
        } else if (failure instanceof InvalidValueException invalid) {
            tell(usage(messages.said(String.valueOf(invalid.getMessage()))));
        } else if (failure instanceof CloudException cloud) {
            cloud(cloud);
        } else {
            tell(Problem.ours("InternalError", messages.get("defect"), messages.get("defect.fix")));
            trace(failure);
        }
    }

    /** Problems in files are listed line by line. */
    private void usage(UsageException e) {
        List<Detail> details = e.problems().stream()
                .map(problem -> new Detail(sentence(problem), problem.place()))
                .distinct()
                .toList();
        boolean ofFiles = details.stream().anyMatch(detail -> detail.place() != null);
        tell(usage(sentence(details)).with(ofFiles ? details : List.of()));
    }

    private String sentence(UsageException.Problem problem) {
        return problem.key().equals(UsageException.MADE_ELSEWHERE)
                ? messages.said(String.valueOf(problem.arguments().get(0)))
                : messages.get(problem.key(), problem.arguments().toArray());
    }

    private String sentence(List<Detail> details) {
        int shown = Math.min(MAX_PROBLEMS_SHOWN, details.size());
        String sentences = details.stream()
                .limit(shown)
                .map(Detail::sentence)
                .reduce((some, next) -> messages.get("usage.next", some, next))
                .orElse("");
        return shown == details.size()
                ? sentences
                : messages.get("usage.many-problems", sentences, details.size() - shown);
    }

    private Problem usage(String sentence) {
        return Problem.ours(
                "Usage",
                sentence,
                OF_PROGRAM.contains(command) ? messages.get("usage.fix-program") : messages.get("usage.fix", command));
    }

    private void cloud(CloudException e) {
        ErrorAdvice advice = new ErrorAdvice(messages);
        tell(
                e.kind() == CloudException.Kind.INTERRUPTED
                        ? Problem.ours(e.code(), advice.cause(e), fix(advice, e))
                        : Problem.ofCloud(
                                e.code(), advice.cause(e), e.requestId().orElse(null), fix(advice, e)));
        trace(e);
    }

    /**
     * The exit code, or the one for lost output, for example on a full disk. An interrupted run keeps its code, because
     * a user who interrupts it may close its pipe too.
     */
    int unlessUnwritten(int exitCode) {
        if (output.isWritten() || exitCode == ExitCode.INTERRUPTED) {
            return exitCode;
        }
        output.tell(Style.BAD, messages.get("error", messages.get(changes ? "unwritten" : "unwritten.unchanged")));
        return ExitCode.UNWRITTEN;
    }

    /** The exit code if the audit log is incomplete. A command that failed keeps its code. */
    int unlogged(int exitCode) {
        output.tell(Style.BAD, messages.get("error", messages.get("unlogged")));
        return exitCode == ExitCode.DONE ? ExitCode.UNAVAILABLE : exitCode;
    }

    /** The fix. The program's own failures have theirs in the bundle of their part. */
    private @Nullable String fix(ErrorAdvice advice, CloudException e) {
        if (lacksRecipientsPermission(e)) {
            return messages.part("verify").get("permissions.needed.fix", MissingPermissions.action(e));
        }
        String special = "fix." + e.code();
        String fix = messages.has(special) ? messages.get(special) : advice.fix(e);
        RegionId where = region.get();
        return fix != null && where != null && REGION_UNKNOWN.contains(e.code())
                ? new RegionFinding(messages).withSuggestion(where, fix)
                : fix;
    }

    /** A recipient gets the policy for recipients. An owner who runs the same command lacks other permissions too. */
    private boolean lacksRecipientsPermission(CloudException e) {
        return command.equals(RECIPIENTS_COMMAND)
                && e.kind() == CloudException.Kind.NOT_PERMITTED
                && RamPolicy.of(Persona.RECIPIENT, Scope.NONE).actions().contains(MissingPermissions.action(e));
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
            trace.toString().lines().forEach(line -> output.verbatim(line.replace("\t", "    ")));
        }
    }
}

package dev.shareimage.cli;

import dev.shareimage.app.Proposal;
import dev.shareimage.app.Report;
import dev.shareimage.app.Status;
import dev.shareimage.cli.options.ChangeOptions;
import dev.shareimage.cli.view.FindingsView;
import dev.shareimage.cli.view.OutcomeView;
import dev.shareimage.cli.view.Output;
import dev.shareimage.cli.view.PlanView;
import dev.shareimage.cli.view.Problem;
import dev.shareimage.cli.view.ProblemView;
import dev.shareimage.cli.view.Result;
import dev.shareimage.cli.view.Style;
import dev.shareimage.cli.view.WarnedResult;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.Messages;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The flow of every command that changes something: show the plan, confirm, apply, report. */
final class ChangeFlow {

    /**
     * The command whose closing message is shown even if nothing changed, because it says what recipients can still do.
     */
    private static final String UNSHARE = "unshare";

    /** The command that shows its changes for each image with numbers, because there may be many. */
    private static final String APPLY = "apply";

    private final Session session;
    private final Output output;
    private final Messages messages;
    private final ChangeOptions options;
    private final Presenter presenter;
    private List<String> warnings = List.of();
    private boolean takesAway;

    /** Makes a result from a report. */
    @FunctionalInterface
    interface Presenter {

        /** @param problem why nothing was done, if the report does not say it */
        Result present(String command, Report report, @Nullable Problem problem);
    }

    ChangeFlow(Session session, Presenter presenter) {
        this.session = session;
        this.output = session.output();
        this.messages = session.messages();
        this.options = session.options().change();
        this.presenter = presenter;
    }

    /**
     * Runs a proposal, as far as options and confirmation allow.
     *
     * @param afterwards is called only if something was changed, and says what to do next
     * @return the exit code
     */
    int run(Proposal proposal, Consumer<Report> afterwards) throws CloudException {
        Report preview = proposal.preview();
        takesAway = session.command().equals(UNSHARE) || proposal.plan().takesAway();
        warnings = proposal.changesNothing() ? List.of() : proposal.warnings();
        new FindingsView(output, messages).show(preview.checks());
        new PlanView(output, messages).show(proposal, asks(), session.command().equals(APPLY));
        if (preview.blocked() || proposal.changesNothing()) {
            return end(preview, report -> {});
        }
        if (options.dryRun()) {
            return dryRun(preview);
        }
        if (!options.yes()) {
            Optional<InputStream> keyboard = session.keyboard();
            if (keyboard.isEmpty()) {
                return decline(
                        preview,
                        Problem.ours(
                                "ConfirmationRequired",
                                messages.get("confirm.no-terminal"),
                                messages.get("confirm.fix")));
            }
            if (!new Confirmation(keyboard.get(), output, messages).given(question())) {
                return decline(preview, Problem.ours("Declined", messages.get("confirm.declined"), null));
            }
        }
        return end(proposal.apply(session.progress()), afterwards);
    }

    private Result result(Report report, @Nullable Problem problem) {
        Result result = presenter.present(session.command(), report, problem);
        return warnings.isEmpty() ? result : new WarnedResult(result, warnings);
    }

    private boolean asks() {
        return !options.dryRun() && !options.yes() && session.keyboard().isPresent();
    }

    private String question() {
        return messages.get("confirm." + session.command());
    }

    /** Prints the outcome last, below long output. */
    private int end(Report report, Consumer<Report> afterwards) {
        Result result = result(report, null);
        output.result(result);
        if (!output.isWritten()) {
            output.tell(result);
        }
        OutcomeView outcome =
                new OutcomeView(output, messages, session.options().safeguards().force());
        outcome.showDetails(report, takesAway);
        if (report.status() == Status.SUCCEEDED || report.status() == Status.PARTIAL) {
            afterwards.accept(report);
        }
        outcome.showEnd(report);
        return ExitCode.of(report);
    }

    private int dryRun(Report preview) {
        output.result(result(preview, null));
        preview.notes().forEach(note -> output.say(Style.CAUTION, messages.get("note", note)));
        output.say(messages.get("dry-run.done"));
        if (preview.failure() != null) {
            new ProblemView(output, messages).show(Problem.of(preview.failure()));
            return ExitCode.of(preview);
        }
        return options.exitCode() ? ExitCode.PENDING_CHANGES : ExitCode.DONE;
    }

    private int decline(Report preview, Problem problem) {
        output.result(result(declined(preview), problem));
        new ProblemView(output, messages).show(problem);
        return ExitCode.DECLINED;
    }

    private static Report declined(Report preview) {
        return new Report(
                Status.DECLINED,
                preview.region(),
                preview.account(),
                preview.checks(),
                preview.role(),
                preview.trust(),
                preview.policies(),
                preview.images(),
                preview.calls(),
                preview.notes(),
                null);
    }
}

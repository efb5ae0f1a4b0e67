package dev.shareimage.cli.view;

import dev.shareimage.app.Failure;
import dev.shareimage.app.Report;
import dev.shareimage.app.Report.ImageResult;
import dev.shareimage.app.Report.TargetResult;
import dev.shareimage.app.Status;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.check.Finding;
import java.util.List;

/** Shows the outcome of a command in a few lines: what was done, what was not done and why, and what to do next. */
public final class OutcomeView {

    private final Output output;
    private final Messages messages;
    private final boolean forced;

    /** @param forced whether {@code --force} was given, so that proposing it does not help */
    public OutcomeView(Output output, Messages messages, boolean forced) {
        this.forced = forced;
        this.output = output;
        this.messages = messages;
    }

    /**
     * Shows what was not done and why. The findings of the checks were shown before.
     *
     * @param tookAway whether the command removes access; then it shows who keeps it, even with {@code --quiet}
     */
    public void showDetails(Report report, boolean tookAway) {
        if (!report.blocked()) {
            report.images().forEach(image -> showFailures(image, report));
            if (report.failure() != null && !isShown(report)) {
                new ProblemView(output, messages).show(Problem.of(report.failure()));
            }
        }
        for (String note : report.notes()) {
            String line = messages.get("note", note);
            output.log().warning(note);
            if (tookAway) {
                output.tell(Style.CAUTION, line);
            } else {
                output.say(Style.CAUTION, line);
            }
        }
    }

    /** Shows the outcome. */
    public void showEnd(Report report) {
        if (report.blocked()) {
            long failed = report.checks().stream().filter(Finding::failed).count();
            if (forced) {
                output.tell(Style.PLAIN, messages.get("outcome.not-forceable"));
            }
            output.tell(Style.BAD, messages.get("outcome.blocked", failed));
            return;
        }
        List<TargetResult> targets = report.targets();
        long done = targets.stream().filter(target -> target.status().isDone()).count();
        if (report.failure() == null && done == targets.size()) {
            String how = report.status() == Status.UNCHANGED ? "unchanged" : targets.isEmpty() ? "done" : "succeeded";
            output.say(Style.GOOD, messages.get("outcome." + how, done, targets.size()));
        } else if (!targets.isEmpty()) {
            String how = done < targets.size() ? "incomplete" : "unconfirmed";
            output.tell(Style.BAD, messages.get("outcome." + how, done, targets.size()));
        }
    }

    /** Whether the command's failure is that of a target, which is shown with the target. */
    private static boolean isShown(Report report) {
        return report.targets().stream()
                .anyMatch(target -> target.error() != null && target.error().equals(report.failure()));
    }

    private void showFailures(ImageResult image, Report report) {
        String id = image.call(report.region() == null);
        for (TargetResult target : image.targets()) {
            if (target.error() != null) {
                String why = messages.labeled(
                        messages.get("status." + target.status().label()),
                        new ProblemView(output, messages).sentence(Problem.of(target.error())));
                output.tell(Style.BAD, "  " + messages.labeled(name(id, target), why));
                log(id, target, target.error());
                if (target.error().fix() != null) {
                    output.tell(
                            Style.PLAIN,
                            "      " + messages.get("fix", target.error().fix()));
                }
            }
        }
    }

    private String name(String id, TargetResult target) {
        return id + " " + messages.get("target." + target.type(), target.id());
    }

    private void log(String id, TargetResult target, Failure failure) {
        String sentence = messages.labeled(name(id, target), failure.message());
        output.log().error(new ProblemView(output, messages).withFix(sentence, failure.fix()), null);
    }
}

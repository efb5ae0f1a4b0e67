package dev.shareimage.cli.view;

import dev.shareimage.domain.Messages;
import dev.shareimage.domain.check.CheckStatus;
import dev.shareimage.domain.check.Finding;
import java.util.List;

/** Shows the findings that did not pass, and the numbers of all. */
public final class FindingsView {

    private final Output output;
    private final Messages messages;

    public FindingsView(Output output, Messages messages) {
        this.output = output;
        this.messages = messages;
    }

    /** Shows the findings. Failed and unread checks are shown even if only errors are wanted. */
    public void show(List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        summarize(findings);
        findings.forEach(this::show);
    }

    /** Does the same for a command whose result contains the findings. */
    public void summarizeShown(List<Finding> findings) {
        findings.forEach(this::log);
        summarize(findings);
    }

    /** Says how many passed, and how many did not. */
    private void summarize(List<Finding> findings) {
        output.say(messages.get(
                "checks.summary",
                count(findings, CheckStatus.PASS),
                count(findings, CheckStatus.WARN),
                count(findings, CheckStatus.FAIL),
                count(findings, CheckStatus.NOT_CHECKED)));
    }

    private void show(Finding finding) {
        String line = "  " + messages.get("check." + finding.status().label()) + " "
                + messages.labeled(finding.id().label(), finding.message());
        Style style = style(finding.status());
        switch (finding.status()) {
            case PASS -> {
                if (output.options().verbose()) {
                    output.say(style, line);
                }
            }
            case WARN -> output.say(style, line);
            case NOT_CHECKED, FAIL -> output.tell(style, line);
        }
        log(finding);
        showFix(finding);
    }

    /** Passes the findings that did not pass to the pipeline. */
    void log(Finding finding) {
        String sentence = messages.labeled(finding.id().label(), finding.message());
        String whole = new ProblemView(output, messages).withFix(sentence, finding.fix());
        switch (finding.status()) {
            case FAIL -> output.log().error(whole, null);
            case WARN, NOT_CHECKED -> output.log().warning(whole);
            case PASS -> {}
        }
    }

    /** The color of a finding. */
    static Style style(CheckStatus status) {
        return switch (status) {
            case PASS -> Style.GOOD;
            case WARN, NOT_CHECKED -> Style.CAUTION;
            case FAIL -> Style.BAD;
        };
    }

    private void showFix(Finding finding) {
        if (finding.fix() == null || finding.status() == CheckStatus.PASS) {
            return;
        }
        String line = "      " + messages.get("fix", finding.fix());
        if (finding.failed()) {
            output.tell(Style.PLAIN, line);
        } else {
            output.say(line);
        }
    }

    private static long count(List<Finding> findings, CheckStatus status) {
        return findings.stream().filter(finding -> finding.status() == status).count();
    }
}

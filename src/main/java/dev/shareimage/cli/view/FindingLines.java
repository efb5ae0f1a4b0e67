package dev.shareimage.cli.view;

import dev.shareimage.domain.Messages;
import dev.shareimage.domain.check.CheckStatus;
import dev.shareimage.domain.check.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines for findings on a terminal, each with its fix. */
final class FindingLines {

    /** The maximum number of findings. Of more, those that passed are only named. */
    private static final int MAX_LISTED = 20;

    private static final int STATUS_WIDTH = 13;

    /** Says as whom the checks were made, which is never left out. */
    private static final String WHO = "credentials";

    private final Messages words;
    private final List<Line> lines = new ArrayList<>();

    private FindingLines(Messages words) {
        this.words = words;
    }

    /** All findings. */
    static List<Line> all(List<Finding> findings, Messages words) {
        FindingLines all = new FindingLines(words);
        findings.forEach(all::add);
        return all.lines;
    }

    /** All findings of a short list. In a long one, the checks that passed are named in one line before the others. */
    static List<Line> brief(List<Finding> findings, Messages words) {
        if (findings.size() <= MAX_LISTED) {
            return all(findings, words);
        }
        FindingLines brief = new FindingLines(words);
        Map<String, Integer> passed = new LinkedHashMap<>();
        List<Finding> others = new ArrayList<>();
        for (Finding finding : findings) {
            String check = finding.id().label();
            if (finding.status() != CheckStatus.PASS) {
                others.add(finding);
            } else if (check.equals(WHO)) {
                brief.add(finding);
            } else {
                passed.merge(check, 1, Integer::sum);
            }
        }
        brief.addPassed(passed);
        others.forEach(brief::add);
        return brief.lines;
    }

    private void add(Finding finding) {
        add(finding.status(), words.labeled(finding.id().label(), finding.message()));
        if (finding.fix() != null) {
            lines.add(new Line(Style.PLAIN, " ".repeat(STATUS_WIDTH + 2) + words.get("fix", finding.fix())));
        }
    }

    private void addPassed(Map<String, Integer> passed) {
        if (passed.isEmpty()) {
            return;
        }
        List<String> names = new ArrayList<>();
        passed.forEach((check, count) -> names.add(count == 1 ? check : check + " (" + count + ")"));
        add(CheckStatus.PASS, words.get("checks.passed", String.join(", ", names)));
    }

    private void add(CheckStatus status, String text) {
        String word = words.get("word." + status.label());
        lines.add(new Line(FindingsView.style(status), DisplayWidth.pad(word, STATUS_WIDTH) + text));
    }
}

package dev.shareimage.app.run;

import dev.shareimage.app.Failure;
import dev.shareimage.app.Report;
import dev.shareimage.app.Report.ImageResult;
import dev.shareimage.app.Report.PolicyResult;
import dev.shareimage.app.Report.TargetResult;
import dev.shareimage.domain.check.Finding;
import java.util.ArrayList;
import java.util.List;

/** Reports as text, for comparisons of the whole. */
public final class ReportText {

    private ReportText() {}

    /** Everything except the checks, the number of calls and the trust document. */
    public static String of(Report report) {
        List<String> lines = new ArrayList<>();
        lines.add(report.status().label() + " in " + report.region() + " by " + report.account());
        lines.add("role " + report.role().action().label());
        lines.add("trust " + report.trust().action().label()
                + list(" + ", report.trust().added())
                + list(" - ", report.trust().removed()));
        for (PolicyResult policy : report.policies()) {
            lines.add("policy " + policy.name() + " " + policy.action().label());
        }
        for (ImageResult image : report.images()) {
            lines.add(image.imageId() + " '" + image.name() + "' encrypted=" + image.encrypted());
            image.targets().forEach(target -> lines.add("  " + of(target)));
        }
        report.notes().forEach(note -> lines.add("note: " + note));
        if (report.failure() != null) {
            lines.add("failure: " + of(report.failure()));
        }
        return String.join("\n", lines);
    }

    public static String of(List<Finding> findings) {
        return String.join("\n", findings.stream().map(ReportText::of).toList());
    }

    public static String of(Finding finding) {
        String fix = finding.fix() == null ? "" : " | " + finding.fix();
        return finding.status().label() + " " + finding.id().label() + ": " + finding.message() + fix;
    }

    private static String of(TargetResult target) {
        String error = target.error() == null ? "" : ": " + of(target.error());
        return target.type() + " " + target.id() + " " + target.status().label() + error;
    }

    private static String of(Failure failure) {
        String fix = failure.fix() == null ? "" : " | " + failure.fix();
        return failure.kind() + " " + failure.code() + ": " + failure.message() + fix;
    }

    private static String list(String sign, List<String> entries) {
        return entries.isEmpty() ? "" : sign + String.join(", ", entries);
    }
}

package dev.shareimage.app.run;

import dev.shareimage.app.Failure;
import dev.shareimage.app.Report;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.ShareService.DoctorRequest;
import dev.shareimage.app.Status;
import dev.shareimage.app.checks.Checks;
import dev.shareimage.app.survey.RoleState;
import dev.shareimage.app.survey.Situation;
import dev.shareimage.app.survey.Survey;
import dev.shareimage.cloud.CallerIdentity;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Runs every check and changes nothing. */
final class Doctor {

    private final Run run;
    private final DoctorRequest request;
    private final Checks checks;

    Doctor(Run run, DoctorRequest request) {
        this.run = run;
        this.request = request;
        this.checks = new Checks(run.messages());
    }

    Report examine() throws CloudException {
        Survey survey = new Survey(run.cloud(), run.parallel(), request.region());
        survey.roleLater();
        Situation situation = survey.take(request.images(), request.targets());
        CallerIdentity caller = situation.caller().require();
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.pass(
                CheckId.CREDENTIALS, run.messages().get("credentials.valid", caller.arn(), caller.account())));
        findings.addAll(checks.forShare(request.findings(), situation, true, false));
        findings.sort(Comparator.comparing(Finding::id));
        RoleState role = survey.role();
        List<Finding> failed = findings.stream().filter(Finding::failed).toList();
        Reports reports = new Reports(run);
        Failure failure = failed.isEmpty() ? null : reports.blocked(failed);
        return reports.of(
                failed.isEmpty() ? Status.SUCCEEDED : Status.FAILED,
                situation,
                findings,
                new Report.RoleResult(ShareService.ROLE, "unchanged"),
                Reports.doneTrust(role, null, false),
                List.of(),
                List.of(),
                List.of(),
                failure);
    }
}

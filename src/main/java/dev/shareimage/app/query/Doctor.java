package dev.shareimage.app.query;

import dev.shareimage.app.DoctorRequest;
import dev.shareimage.app.ErrorAdvice;
import dev.shareimage.app.Failure;
import dev.shareimage.app.Report;
import dev.shareimage.app.RoleAction;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.Status;
import dev.shareimage.app.checks.HolderChecks;
import dev.shareimage.app.checks.HolderFindings;
import dev.shareimage.app.checks.MissingPermissions;
import dev.shareimage.app.checks.Repair;
import dev.shareimage.app.checks.SharingChecks;
import dev.shareimage.app.run.Reports;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.run.TargetResults;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.app.state.SharingState;
import dev.shareimage.app.state.SharingStateReader;
import dev.shareimage.cloud.CallerIdentity;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/** Runs every check and changes nothing. A check that cannot read what it needs says so, and the others go on. */
public final class Doctor {

    private final RunContext run;
    private final DoctorRequest request;
    private final Messages messages;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> missing = new TreeSet<>();

    public Doctor(RunContext run, DoctorRequest request) {
        this.run = run;
        this.request = request;
        this.messages = run.messages();
    }

    /**
     * Runs the checks.
     *
     * @throws CloudException only if the run is interrupted
     */
    public Report examine() throws CloudException {
        SharingStateReader reader = new SharingStateReader(run.cloud(), run.parallel());
        CompletableFuture<RoleState> started = reader.startRole();
        SharingState state = take(reader);
        RoleState role = Parallel.await(started);
        findings.add(credentials(state.caller()));
        missing.addAll(MissingPermissions.of(state, role));
        findings.add(permissions(state.caller()));
        findings.addAll(request.images().findings());
        HolderFindings holders = new HolderChecks(run, role).findings(state);
        findings.addAll(new SharingChecks(messages, state, Repair.advised(request.setup()), holders)
                .findings(request.findings(), request.force()));
        findings.addAll(holders.findings());
        state.images().forEach(image -> findings.addAll(unlinked(image)));
        findings.sort(Finding.BY_CHECK);
        List<Finding> failed = findings.stream().filter(Finding::failed).toList();
        Reports reports = new Reports(run);
        Failure failure = failed.isEmpty() ? null : reports.blocked(failed);
        return reports.of(
                failed.isEmpty() ? Status.SUCCEEDED : Status.FAILED,
                state.onlyRegion(),
                state.caller(),
                findings,
                new Report.RoleResult(ShareService.ROLE, RoleAction.UNCHANGED),
                Reports.doneTrust(role, null, false, false),
                List.of(),
                new TargetResults().images(state.images()),
                List.of(),
                failure);
    }

    /** The targets of a resource share that do not have the image through it. */
    private List<Finding> unlinked(ImageState image) {
        String fix =
                messages.get("note.association-fix", image.id(), image.ref().region());
        return new DirectoryNotes(messages)
                .unlinked(image).stream()
                        .map(sentence -> Finding.warn(CheckId.ASSOCIATION, sentence, fix))
                        .toList();
    }

    /** A target that cannot be resolved is a finding. The others are checked without it. */
    private SharingState take(SharingStateReader reader) throws CloudException {
        try {
            return reader.forShare(request.images(), request.targets(), request.setup());
        } catch (CloudException e) {
            if (e.kind() == Kind.INTERRUPTED) {
                throw e;
            }
            findings.add(lookUp(e));
            return reader.forShare(request.images(), request.targets().withoutLookUps(), request.setup());
        }
    }

    private Finding lookUp(CloudException e) {
        return switch (e.kind()) {
            case NOT_PERMITTED -> {
                missing.add(MissingPermissions.action(e));
                yield Finding.notChecked(
                        CheckId.DIRECTORY,
                        new ErrorAdvice(messages).words(e),
                        messages.get("not-checked.fix", MissingPermissions.action(e)));
            }
            default ->
                Finding.notChecked(
                        CheckId.DIRECTORY,
                        messages.get(
                                "not-checked.failed",
                                messages.get("subject.directory"),
                                messages.labeled(e.code(), new ErrorAdvice(messages).words(e))),
                        new ErrorAdvice(messages).fix(e));
        };
    }

    private Finding credentials(ReadResult<CallerIdentity> caller) {
        CloudException failure = caller.failure();
        if (failure == null) {
            return caller.known()
                    .map(identity -> Finding.pass(CheckId.CREDENTIALS, valid(identity)))
                    .orElseThrow();
        }
        return switch (failure.kind()) {
            case NO_CREDENTIALS, UNREACHABLE -> unusable(failure);
            default ->
                Finding.notChecked(
                        CheckId.CREDENTIALS,
                        messages.get(
                                "not-checked.failed",
                                messages.get("subject.credentials"),
                                messages.labeled(failure.code(), new ErrorAdvice(messages).words(failure))),
                        new ErrorAdvice(messages).fix(failure));
        };
    }

    private Finding unusable(CloudException failure) {
        ErrorAdvice advice = new ErrorAdvice(messages);
        String fix = advice.fix(failure);
        return Finding.fail(CheckId.CREDENTIALS, advice.cause(failure), fix == null ? "" : fix);
    }

    private String valid(CallerIdentity identity) {
        return run.cloud()
                .identity()
                .credentialsOrigin()
                .map(origin -> messages.get("credentials.valid-from", identity.arn(), identity.account(), origin))
                .orElseGet(() -> messages.get("credentials.valid", identity.arn(), identity.account()));
    }

    /**
     * A refused permission is missing. Permissions for writes are not known, because nothing is written to find out.
     */
    private Finding permissions(ReadResult<CallerIdentity> caller) {
        if (!missing.isEmpty()) {
            String actions = String.join(", ", missing);
            return Finding.warn(
                    CheckId.PERMISSIONS,
                    messages.get("permissions.missing", actions),
                    messages.get("permissions.missing.fix", actions));
        }
        return caller.known().isPresent()
                ? Finding.pass(CheckId.PERMISSIONS, messages.get("permissions.enough"))
                : Finding.notChecked(CheckId.PERMISSIONS, messages.get("permissions.unknown"), null);
    }
}

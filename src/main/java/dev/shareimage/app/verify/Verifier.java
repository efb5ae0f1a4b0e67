package dev.shareimage.app.verify;

import static dev.shareimage.domain.check.CheckId.CREDENTIALS;
import static dev.shareimage.domain.check.CheckId.DRY_RUN_COPY;
import static dev.shareimage.domain.check.CheckId.DRY_RUN_LAUNCH;

import dev.shareimage.app.ErrorAdvice;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.app.verify.RecipientState.SeenImage;
import dev.shareimage.app.verify.TrialCalls.Answers;
import dev.shareimage.app.verify.TrialCalls.Trials;
import dev.shareimage.app.verify.VerifiedImage.Outcome;
import dev.shareimage.cloud.CallerIdentity;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.CheckStatus;
import dev.shareimage.domain.check.Finding;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies, as a recipient, that images can be launched: reads, then asks the cloud what it would do. Nothing is changed.
 */
public final class Verifier {

    /** The checks that also apply to unencrypted images. */
    private static final Set<CheckId> OF_CALLER = EnumSet.of(CREDENTIALS, CheckId.PERMISSIONS);

    private final RunContext run;
    private final VerifyRequest request;
    private final Sentences sentences;
    private final DiagnosisCollector collector;

    public Verifier(RunContext run, VerifyRequest request) {
        this.run = run;
        this.request = request;
        this.sentences = new Sentences(run.messages(), request.forOwner());
        this.collector = new DiagnosisCollector(sentences, request.region(), request.owners());
    }

    /**
     * Verifies.
     *
     * @throws CloudException only if the run is interrupted
     */
    public Verification verify() throws CloudException {
        RecipientState state = new RecipientStateReader(
                        run.cloud(),
                        run.parallel(),
                        request.region(),
                        !request.owners().isEmpty())
                .read(request.images(), request.key());
        checkCredentials(state.caller());
        checkAccount(state);
        List<Answers> answers = ask(state);
        List<ReadResult<?>> given = answers.stream()
                .<ReadResult<?>>flatMap(each -> each.given().stream())
                .toList();
        new PermissionChecks(collector, request.visitor()).check(state, given);
        List<VerifiedImage> images =
                answers.stream().map(each -> judge(each, state)).toList();
        return new VerificationMaker(run, request, state, collector.found(), images, given).make();
    }

    private List<Answers> ask(RecipientState state) throws CloudException {
        TrialCalls calls = new TrialCalls(run, request, state);
        boolean ready = !anyFailed(collector.found());
        List<Trials> trials = new ArrayList<>();
        for (SeenImage image : state.images()) {
            trials.add(calls.ask(image, checkImage(image, state), ready));
        }
        List<Answers> answers = new ArrayList<>();
        for (Trials each : trials) {
            answers.add(each.await());
        }
        return answers;
    }

    private void checkCredentials(ReadResult<CallerIdentity> caller) {
        CloudException failure = caller.failure();
        ErrorAdvice advice = new ErrorAdvice(sentences.recipients());
        if (failure == null) {
            CallerIdentity known = caller.known().orElseThrow();
            collector.pass(CREDENTIALS, "valid", known.arn(), known.account());
        } else if (failure.kind() == Kind.NO_CREDENTIALS || failure.kind() == Kind.UNREACHABLE) {
            String fix = advice.fix(failure);
            collector.fail(Side.RECIPIENT, CREDENTIALS, "unusable", advice.cause(failure), fix == null ? "" : fix);
        } else {
            collector.notChecked(CREDENTIALS, caller, sentences.plain("who-calls"));
        }
    }

    /** The findings for all images of the region. */
    private void checkAccount(RecipientState state) {
        if (state.needsKey()) {
            new SeenImageChecks(collector, state).checkZones(request.launch());
            new OwnKeyChecks(collector, request.region()).check(state);
            new OwnRoleChecks(collector).check(state.role());
        }
    }

    /** The findings for one image. */
    private List<Diagnosis> checkImage(SeenImage image, RecipientState state) {
        DiagnosisCollector about = about(image);
        int before = about.found().size();
        new SeenImageChecks(about, state).check(image);
        return List.copyOf(about.found().subList(before, about.found().size()));
    }

    private VerifiedImage judge(Answers answers, RecipientState state) {
        SeenImage image = answers.image();
        DiagnosisCollector about = about(image);
        int before = about.found().size();
        boolean launches = TrialChecks.passed(answers.launch());
        TrialChecks checks = new TrialChecks(about, state, ownInOrder(), request.visitor());
        judge(DRY_RUN_COPY, answers, answers.copy(), checks, about, state);
        ReadResult<Optional<String>> permission = answers.permission();
        judge(DRY_RUN_LAUNCH, answers, permission.forbidden() ? permission : answers.launch(), checks, about, state);
        boolean failed = anyFailed(answers.before())
                || anyFailed(about.found().subList(before, about.found().size()))
                || anyFailed(ofAccount(image));
        Outcome outcome = failed ? Outcome.BLOCKED : launches ? Outcome.READY : Outcome.UNPROVEN;
        Optional<Image> found = image.found();
        return new VerifiedImage(
                request.region(),
                image.id(),
                found.map(Image::name).orElse(null),
                found.map(Image::owner).orElse(null),
                found.flatMap(Image::encrypted).orElse(null),
                outcome,
                failed ? null : launchCommand(image, state));
    }

    private void judge(
            CheckId id,
            Answers answers,
            ReadResult<Optional<String>> answer,
            TrialChecks checks,
            DiagnosisCollector about,
            RecipientState state) {
        if (Answers.isGiven(answer)) {
            checks.check(id, answers.image(), answer, TrialChecks.passed(answers.launch()));
        } else {
            unasked(id, answers, about, state);
        }
    }

    private void unasked(CheckId id, Answers answers, DiagnosisCollector about, RecipientState state) {
        SeenImage image = answers.image();
        boolean failed = anyFailed(answers.before()) || anyFailed(ofAccount(image));
        if (!request.trials()) {
            about.skipped(id, "reads-alone");
        } else if (failed) {
            about.skipped(id, "repair-first");
        } else if (id == DRY_RUN_LAUNCH && !request.launch().complete()) {
            about.skipped(id, "unwished", image.id(), request.region());
        } else if (image.found().isPresent()
                && image.needsKey()
                && TrialCalls.key(image, state).isEmpty()) {
            about.skipped(id, "no-key", image.id(), request.region());
        } else {
            about.skipped(id, "unready", image.id());
        }
    }

    private LaunchCommand launchCommand(SeenImage image, RecipientState state) {
        Optional<KeyId> key = image.needsKey()
                ? TrialCalls.key(image, state).or(() -> Optional.of(new KeyId("KEY")))
                : Optional.empty();
        LaunchCommand command =
                LaunchCommand.of(request.region(), image.id(), TrialCalls.disks(image), key, request.launch());
        return new LaunchCommand(sentences.completed(command.aliyun()), command.terraform());
    }

    private TrialChecks.Trust ownInOrder() {
        return new TrialChecks.Trust(
                passed(CheckId.OWN_KEY_ENABLED) && passed(CheckId.OWN_KEY_TAGGED),
                passed(CheckId.OWN_ROLE) && passed(CheckId.OWN_ROLE_TRUST) && passed(CheckId.OWN_ROLE_POLICY));
    }

    private boolean passed(CheckId id) {
        return collector.found().stream()
                .map(Diagnosis::finding)
                .anyMatch(finding -> finding.id() == id && finding.status() == CheckStatus.PASS);
    }

    private DiagnosisCollector about(SeenImage image) {
        String owner = image.found().map(Image::owner).map(AccountId::value).orElse("");
        return collector.about(image.id(), owner);
    }

    /** The findings about the account that affect this image. */
    private List<Diagnosis> ofAccount(SeenImage image) {
        return collector.found().stream()
                .filter(each -> each.image() == null)
                .filter(each ->
                        image.needsKey() || OF_CALLER.contains(each.finding().id()))
                .toList();
    }

    private static boolean anyFailed(List<Diagnosis> found) {
        return found.stream().map(Diagnosis::finding).anyMatch(Finding::failed);
    }
}

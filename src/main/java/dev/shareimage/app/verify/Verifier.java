package dev.shareimage.app.verify;

import static dev.shareimage.domain.check.CheckId.CREDENTIALS;
import static dev.shareimage.domain.check.CheckId.DRY_RUN_COPY;
import static dev.shareimage.domain.check.CheckId.DRY_RUN_LAUNCH;

import dev.shareimage.app.ErrorAdvice;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.app.verify.RecipientState.SeenImage;
import dev.shareimage.app.verify.VerifiedImage.Outcome;
import dev.shareimage.cloud.CallerIdentity;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.Image;
import dev.shareimage.cloud.Key;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import dev.shareimage.domain.check.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Verifies, as a recipient, that images can be launched: reads, then asks the cloud what it would do. Nothing is changed.
 */
public final class Verifier {

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

    /** The questions that an image is asked. */
    private record Trials(
            SeenImage image,
            List<Diagnosis> before,
            CompletableFuture<ReadResult<Optional<String>>> copy,
            CompletableFuture<ReadResult<Optional<String>>> launch) {}

    /**
     * Verifies.
     *
     * @throws CloudException only when the run is interrupted
     */
    public Verification verify() throws CloudException {
        RecipientState state = new RecipientStateReader(run.cloud(), run.parallel(), request.region())
                .read(request.images(), request.key());
        checkCredentials(state.caller());
        checkAccount(state);
        boolean ready = !anyFailed(collector.found());
        List<Trials> trials = new ArrayList<>();
        for (SeenImage image : state.images()) {
            trials.add(ask(image, state, ready));
        }
        List<VerifiedImage> images = new ArrayList<>();
        List<ReadResult<?>> answers = new ArrayList<>();
        for (Trials each : trials) {
            images.add(judge(each, state, answers));
        }
        new PermissionChecks(collector).check(state, answers);
        return new VerificationMaker(run, request, state, collector.found(), images, answers).make();
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

    /** What holds for all images of the region. */
    private void checkAccount(RecipientState state) {
        if (state.needsKey()) {
            new SeenImageChecks(collector, state).checkZones(request.launch());
            new OwnKeyChecks(collector, request.region()).check(state);
            new OwnRoleChecks(collector).check(state.role());
        }
    }

    private Trials ask(SeenImage image, RecipientState state, boolean ready) {
        DiagnosisCollector about = about(image);
        int before = about.found().size();
        new SeenImageChecks(about, state).check(image);
        List<Diagnosis> its =
                List.copyOf(about.found().subList(before, about.found().size()));
        boolean seen = image.found().isPresent() && !anyFailed(its);
        boolean asks = request.trials() && seen && (ready || !image.needsKey());
        Optional<KeyId> key = key(image, state);
        boolean keyed = !image.needsKey() || key.isPresent();
        boolean copies = asks
                && keyed
                && image.found()
                        .filter(found -> found.status().equals("Available"))
                        .isPresent();
        boolean launches = asks && keyed && request.launch().complete();
        int disks = image.found().map(found -> found.disks().size()).orElse(1);
        return new Trials(
                image,
                its,
                copies
                        ? run.parallel().read(() -> run.cloud().trials().copy(request.region(), image.id(), key))
                        : unasked(),
                launches
                        ? run.parallel()
                                .read(() -> run.cloud()
                                        .trials()
                                        .launch(
                                                request.region(),
                                                LaunchCommand.parameters(image.id(), disks, key, request.launch())))
                        : unasked());
    }

    private VerifiedImage judge(Trials asked, RecipientState state, List<ReadResult<?>> answers) throws CloudException {
        SeenImage image = asked.image();
        DiagnosisCollector about = about(image);
        int before = about.found().size();
        TrialChecks checks = new TrialChecks(about, state, ownInOrder());
        boolean copies = judge(DRY_RUN_COPY, asked, Parallel.await(asked.copy()), checks, about, answers);
        boolean launches = judge(DRY_RUN_LAUNCH, asked, Parallel.await(asked.launch()), checks, about, answers);
        boolean failed = anyFailed(asked.before())
                || anyFailed(about.found().subList(before, about.found().size()))
                || anyFailed(ofAccount(image));
        Outcome outcome = failed ? Outcome.BLOCKED : copies || launches ? Outcome.READY : Outcome.UNPROVEN;
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

    private boolean judge(
            CheckId id,
            Trials asked,
            ReadResult<Optional<String>> answer,
            TrialChecks checks,
            DiagnosisCollector about,
            List<ReadResult<?>> answers) {
        if (answer.known().isEmpty() && answer.failure() == null) {
            unasked(id, asked, about);
            return false;
        }
        answers.add(answer);
        return checks.check(id, asked.image(), answer);
    }

    private void unasked(CheckId id, Trials asked, DiagnosisCollector about) {
        boolean failed = anyFailed(asked.before()) || anyFailed(ofAccount(asked.image()));
        if (!request.trials()) {
            about.skipped(id, "reads-alone");
        } else if (failed) {
            about.skipped(id, "repair-first");
        } else if (id == DRY_RUN_LAUNCH && !request.launch().complete()) {
            about.skipped(id, "unwished", asked.image().id(), request.region());
        } else {
            about.skipped(id, "unready", asked.image().id());
        }
    }

    private LaunchCommand launchCommand(SeenImage image, RecipientState state) {
        int disks = image.found().map(found -> found.disks().size()).orElse(1);
        Optional<KeyId> key =
                image.needsKey() ? key(image, state).or(() -> Optional.of(new KeyId("KEY"))) : Optional.empty();
        LaunchCommand command = LaunchCommand.of(request.region(), image.id(), disks, key, request.launch());
        return new LaunchCommand(sentences.completed(command.aliyun()), command.terraform());
    }

    /** The key that the cloud is asked with; empty for a plain image, and where none is known to be there. */
    private static Optional<KeyId> key(SeenImage image, RecipientState state) {
        return image.needsKey()
                ? state.keys()
                        .chosen()
                        .filter(key ->
                                key.key().known().isEmpty() || key.found().isPresent())
                        .map(key -> key.found().map(Key::id).orElse(key.name()))
                : Optional.empty();
    }

    private TrialChecks.Trust ownInOrder() {
        return new TrialChecks.Trust(
                passed(CheckId.OWN_KEY_ENABLED) && passed(CheckId.OWN_KEY_TAGGED),
                passed(CheckId.OWN_ROLE) && passed(CheckId.OWN_ROLE_TRUST) && passed(CheckId.OWN_ROLE_POLICY));
    }

    private boolean passed(CheckId id) {
        return collector.found().stream()
                .map(Diagnosis::finding)
                .anyMatch(finding -> finding.id() == id && finding.verdict() == Verdict.PASS);
    }

    private DiagnosisCollector about(SeenImage image) {
        String owner = image.found().map(Image::owner).map(AccountId::value).orElse("");
        return collector.about(image.id(), owner);
    }

    /** What was found of the account that this image depends on. */
    private List<Diagnosis> ofAccount(SeenImage image) {
        return collector.found().stream()
                .filter(each -> each.image() == null)
                .filter(each -> image.needsKey() || each.finding().id() == CREDENTIALS)
                .toList();
    }

    private static boolean anyFailed(List<Diagnosis> found) {
        return found.stream().map(Diagnosis::finding).anyMatch(Finding::failed);
    }

    private static <T> CompletableFuture<ReadResult<T>> unasked() {
        return CompletableFuture.completedFuture(ReadResult.unread());
    }
}

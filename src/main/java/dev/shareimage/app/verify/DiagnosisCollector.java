package dev.shareimage.app.verify;

import dev.shareimage.app.ErrorAdvice;
import dev.shareimage.app.checks.MissingPermissions;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Collects findings, each with the side that repairs it. The sentence of a finding has the key {@code <check>.<case>}
 * in the bundle, and its fix has {@code <check>.<case>.fix}.
 */
final class DiagnosisCollector {

    private final Sentences sentences;
    private final RegionId region;
    private final @Nullable ImageId image;
    private final String owner;
    private final List<Diagnosis> owners;
    private final List<Diagnosis> found;

    /** @param owners the findings of the owner's side */
    DiagnosisCollector(Sentences sentences, RegionId region, List<Diagnosis> owners) {
        this(sentences, region, null, "", owners, new ArrayList<>());
    }

    private DiagnosisCollector(
            Sentences sentences,
            RegionId region,
            @Nullable ImageId image,
            String owner,
            List<Diagnosis> owners,
            List<Diagnosis> found) {
        this.sentences = sentences;
        this.region = region;
        this.image = image;
        this.owner = owner;
        this.owners = owners;
        this.found = found;
    }

    /** Collects findings about one image into the same list. */
    DiagnosisCollector about(ImageId one, String itsOwner) {
        List<Diagnosis> its = owners.stream()
                .filter(each -> each.image() == null || one.equals(each.image()))
                .toList();
        return new DiagnosisCollector(sentences, region, one, itsOwner, its, found);
    }

    /** All findings so far. */
    List<Diagnosis> found() {
        return found;
    }

    Sentences sentences() {
        return sentences;
    }

    void pass(CheckId id, String variant, Object... arguments) {
        add(Finding.pass(id, sentences.plain(key(id, variant), arguments)), null);
    }

    void warn(@Nullable Side side, CheckId id, String variant, Object... arguments) {
        String fix = key(id, variant) + ".fix";
        add(
                Finding.warn(
                        id,
                        sentences.plain(key(id, variant), arguments),
                        sentences.has(fix) ? repair(side, fix, arguments) : null),
                side);
    }

    void fail(@Nullable Side side, CheckId id, String variant, Object... arguments) {
        failWith(side, id, key(id, variant), arguments);
    }

    /**
     * As {@link #fail}, with a sentence that several checks share. If a finding of the owner's side explains the
     * problem, its fix is the fix.
     */
    void failWith(@Nullable Side side, CheckId id, String key, Object... arguments) {
        String sentence = sentences.plain(key, arguments);
        List<Diagnosis> causes = side == Side.RECIPIENT ? List.of() : failedOfOwner();
        if (!causes.isEmpty()) {
            String labels = causes.stream()
                    .map(cause -> cause.finding().id().label())
                    .distinct()
                    .collect(Collectors.joining(", "));
            String fix = String.valueOf(causes.get(0).finding().fix());
            add(Finding.fail(id, sentences.plain("cause-known", sentence, labels), fix), Side.OWNER);
        } else {
            add(Finding.fail(id, sentence, repair(side, key + ".fix", arguments)), side);
        }
    }

    /** Adds a check that could not be done because a read failed. */
    void notChecked(CheckId id, ReadResult<?> reading, Object subject) {
        CloudException failure = reading.failure();
        if (reading.forbidden() && failure != null) {
            String action = MissingPermissions.action(failure);
            add(
                    Finding.notChecked(
                            id,
                            sentences.plain("not-looked.forbidden", subject, action),
                            sentences.repair(Side.RECIPIENT, "not-looked.fix", action)),
                    Side.RECIPIENT);
        } else {
            String reason = failure == null
                    ? ""
                    : sentences
                            .recipients()
                            .labeled(failure.code(), new ErrorAdvice(sentences.recipients()).cause(failure));
            add(Finding.notChecked(id, sentences.plain("not-looked.failed", subject, reason), null), null);
        }
    }

    /** Adds a check whose answer proves nothing, with a sentence that several checks share. */
    void open(CheckId id, String key, Object... arguments) {
        add(Finding.notChecked(id, sentences.plain(key, arguments), null), null);
    }

    /** Adds a check that was not done, for a reason of its own. */
    void skipped(CheckId id, String variant, Object... arguments) {
        String fix = key(id, variant) + ".fix";
        add(
                Finding.notChecked(
                        id,
                        sentences.plain(key(id, variant), arguments),
                        sentences.has(fix) ? sentences.repair(Side.RECIPIENT, fix, arguments) : null),
                null);
    }

    private void add(Finding finding, @Nullable Side side) {
        found.add(new Diagnosis(region, image, finding, side));
    }

    private String repair(@Nullable Side side, String key, Object... arguments) {
        String what = sentences.repair(side == Side.OWNER ? Side.OWNER : Side.RECIPIENT, key, arguments);
        String others = key.substring(0, key.length() - 3) + "owner-fix";
        if (side == Side.OWNER) {
            return tellOwner(what);
        }
        return sentences.has(others) ? what + "; " + tellOwner(sentences.repair(Side.OWNER, others, arguments)) : what;
    }

    private String tellOwner(String what) {
        return owner.isEmpty()
                ? sentences.plain("tell-unknown-owner", what)
                : sentences.plain("tell-owner", owner, what);
    }

    private List<Diagnosis> failedOfOwner() {
        return owners.stream().filter(each -> each.finding().failed()).toList();
    }

    private static String key(CheckId id, String variant) {
        return id.label() + "." + variant;
    }
}

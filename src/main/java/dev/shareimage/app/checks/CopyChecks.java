package dev.shareimage.app.checks;

import static dev.shareimage.domain.check.CheckId.COPY;
import static dev.shareimage.domain.check.CheckId.KEY_KNOWN;
import static dev.shareimage.domain.check.CheckId.QUOTA;

import dev.shareimage.app.copy.CopyState;
import dev.shareimage.app.copy.KeyChoice;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.KeyState;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The conditions for starting a copy (vendor documentation, copying custom images): a key of the region that ECS may
 * use, a free name, and quota for one more image. Existing copies are never replaced.
 */
final class CopyChecks {

    /** The maximum number of copies that the cloud makes at once in a region. Further copies wait. */
    private static final int MAX_AT_ONCE = 5;

    private final FindingCollector findings;
    private final Map<ImageRef, ImageState> images;
    private final Map<RegionId, KeyChecks> keys = new LinkedHashMap<>();

    /**
     * @param images the sources and the copies that were read
     */
    CopyChecks(FindingCollector findings, Map<ImageRef, ImageState> images) {
        this.findings = findings;
        this.images = images;
    }

    void check(List<CopyState> copies) {
        copies.forEach(this::check);
        copies.stream()
                .filter(copy -> copy.existing().isEmpty())
                .collect(Collectors.groupingBy(CopyState::region, LinkedHashMap::new, Collectors.toList()))
                .forEach(this::checkRoom);
    }

    private void check(CopyState copy) {
        copy.existing().ifPresentOrElse(image -> checkExisting(copy, image), () -> checkMissing(copy));
    }

    private void checkExisting(CopyState copy, Image image) {
        Object source = copy.wish().source().id();
        RegionId region = copy.region();
        if (image.available()) {
            findings.pass(COPY, "present", source, region, image.id());
            checkEncryption(copy, image);
        } else if (image.unfinished()) {
            findings.pass(COPY, "under-way", source, region, image.id());
        } else if (image.status().equals("Deprecated")) {
            findings.fail(COPY, "deprecated", source, region, image.id());
        } else {
            findings.fail(COPY, "unusable", source, region, image.id(), image.status());
        }
    }

    private void checkEncryption(CopyState copy, Image image) {
        ImageState state = images.get(new ImageRef(copy.region(), image.id()));
        if (state == null) {
            return;
        }
        Object source = copy.wish().source().id();
        if (Boolean.FALSE.equals(state.encrypted())) {
            findings.fail(COPY, "plain", source, copy.region(), image.id());
            return;
        }
        List<KeyId> used = state.keys().stream().map(KeyState::id).toList();
        copy.key()
                .keyId()
                .filter(asked -> !used.isEmpty() && !used.contains(asked))
                .ifPresent(asked ->
                        findings.warn(COPY, "other-key", source, copy.region(), image.id(), used.get(0), asked));
    }

    private void checkMissing(CopyState copy) {
        checkKey(copy);
        ImageState state = images.get(copy.wish().source());
        if (state == null || state.found().isEmpty()) {
            return;
        }
        Object source = copy.wish().source().id();
        Image image = state.found().get();
        copy.nameHolder(image)
                .ifPresent(other -> findings.fail(COPY, "name-taken", source, copy.region(), other.name(), other.id()));
        if (Boolean.FALSE.equals(state.encrypted())) {
            findings.warn(COPY, "source-plain", source, copy.region());
        }
        copy.key().keyId().ifPresent(key -> findings.pass(COPY, "planned", source, copy.region(), key));
    }

    private void checkKey(CopyState copy) {
        KeyChoice choice = copy.key();
        RegionId region = copy.region();
        boolean first = !keys.containsKey(region);
        KeyChecks checks = keys.computeIfAbsent(region, here -> new KeyChecks(findings, here));
        if (choice.chosen().isPresent()) {
            checks.checkForCopy(choice.chosen().get());
        } else if (first && choice.candidates().isEmpty()) {
            findings.fail(KEY_KNOWN, "copy-none", region);
        } else if (first) {
            findings.fail(
                    KEY_KNOWN,
                    "copy-several",
                    region,
                    choice.candidates().stream().map(key -> key.id().value()).collect(Collectors.joining(", ")));
        }
    }

    private void checkRoom(RegionId region, List<CopyState> missing) {
        int there = missing.get(0).images().size();
        ReadResult<OptionalInt> reading = missing.get(0).limit();
        OptionalInt limit = reading.known().orElse(OptionalInt.empty());
        if (limit.isPresent() && there + missing.size() > limit.getAsInt()) {
            findings.fail(QUOTA, "copy-exceeded", region, there, missing.size(), limit.getAsInt());
        } else if (limit.isPresent()) {
            findings.pass(QUOTA, "copy-enough", region, there, missing.size(), limit.getAsInt());
        } else if (reading.failure() != null) {
            findings.notChecked(QUOTA, reading, region);
        } else {
            findings.notChecked(QUOTA, "copy-unlisted", region, there, missing.size());
        }
        long unfinished = missing.get(0).unfinished() + missing.size();
        if (unfinished > MAX_AT_ONCE) {
            findings.warn(COPY, "queue", region, MAX_AT_ONCE, unfinished - MAX_AT_ONCE);
        }
    }
}

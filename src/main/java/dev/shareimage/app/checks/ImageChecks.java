package dev.shareimage.app.checks;

import static dev.shareimage.domain.check.CheckId.IMAGE_ENCRYPTED;
import static dev.shareimage.domain.check.CheckId.IMAGE_FOUND;
import static dev.shareimage.domain.check.CheckId.IMAGE_OWNER;
import static dev.shareimage.domain.check.CheckId.IMAGE_PRIVATE;
import static dev.shareimage.domain.check.CheckId.IMAGE_STATE;
import static dev.shareimage.domain.check.CheckId.MARKETPLACE;
import static dev.shareimage.domain.check.CheckId.SINGLE_SNAPSHOT;

import dev.shareimage.app.TargetArguments;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.ObservedState;
import dev.shareimage.cloud.CallerIdentity;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.check.CheckId;
import java.util.List;
import java.util.Optional;

/** The cloud's conditions for sharing an image (vendor documentation, sharing custom images). */
final class ImageChecks {

    private static final List<CheckId> ALL =
            List.of(IMAGE_FOUND, IMAGE_OWNER, IMAGE_STATE, IMAGE_PRIVATE, IMAGE_ENCRYPTED, SINGLE_SNAPSHOT);

    private final FindingCollector findings;
    private final RegionId region;
    private final Optional<CallerIdentity> caller;
    private final List<ShareTarget> targets;
    private final boolean listed;

    /**
     * @param listed whether the images are named in a manifest and not on the command line
     */
    ImageChecks(FindingCollector findings, ObservedState state, boolean listed) {
        this.listed = listed;
        this.findings = findings;
        this.region = state.region();
        this.caller = state.caller().known();
        this.targets = state.targets();
    }

    void check(ImageState state) {
        if (state.image().known().isEmpty()) {
            ALL.forEach(id -> findings.notChecked(id, state.image(), state.id()));
        } else if (state.found().isEmpty()) {
            failAbsent(state);
        } else {
            findings.pass(IMAGE_FOUND, "present", state.id(), region);
            checkFound(state, state.found().get());
        }
    }

    /** Checks that it exists and belongs to the caller. Adds no finding if it does. */
    void checkPresence(ImageState state) {
        if (state.image().known().isPresent() && state.found().isEmpty()) {
            failAbsent(state);
        }
        state.found()
                .filter(image -> !own(image))
                .ifPresent(image -> findings.fail(IMAGE_OWNER, "other", image.id(), region));
    }

    private void failAbsent(ImageState state) {
        if (state.elsewhere().isPresent()) {
            findings.fail(
                    IMAGE_FOUND,
                    listed ? "elsewhere-listed" : "elsewhere",
                    state.id(),
                    region,
                    state.elsewhere().get());
        } else {
            findings.fail(IMAGE_FOUND, "absent", state.id(), region);
        }
    }

    private void checkFound(ImageState state, Image image) {
        if (!own(image)) {
            findings.fail(IMAGE_OWNER, "other", image.id(), region);
            return;
        }
        findings.pass(IMAGE_OWNER, "own", image.id());
        checkState(image);
        checkPublic(image);
        checkEncryption(state);
        if (image.productCode() != null) {
            findings.warn(MARKETPLACE, "product", image.id(), image.productCode());
        }
    }

    private boolean own(Image image) {
        boolean callers = caller.isPresent()
                && image.owner() != null
                && caller.get().account().equals(image.owner());
        return image.owner() == null || caller.isEmpty() ? image.ownerAlias().equals("self") : callers;
    }

    private void checkState(Image image) {
        switch (image.status()) {
            case "Available" -> findings.pass(IMAGE_STATE, "available", image.id());
            case "Deprecated" -> findings.fail(IMAGE_STATE, "deprecated", image.id(), region);
            case "Creating", "Waiting" ->
                findings.fail(IMAGE_STATE, "unfinished", image.id(), progress(image), waiting(image));
            default -> findings.fail(IMAGE_STATE, "other", image.id(), image.status(), region);
        }
    }

    private static String progress(Image image) {
        return image.status() + (image.percent() == null ? "" : ", " + image.percent() + "%");
    }

    /** The command that waits for the image, and shares it if the command that proposes it does. */
    private String waiting(Image image) {
        String options = "--image-id " + image.id() + " --wait";
        return targets.isEmpty()
                ? "share-image doctor " + options
                : "share-image share " + options + " " + TargetArguments.of(targets);
    }

    private void checkPublic(Image image) {
        if (image.publicImage()) {
            findings.fail(IMAGE_PRIVATE, "community", image.id(), region);
        } else {
            findings.pass(IMAGE_PRIVATE, "private", image.id());
        }
    }

    private void checkEncryption(ImageState state) {
        Boolean encrypted = state.encrypted();
        if (encrypted == null && state.snapshots().failure() == null) {
            findings.notChecked(IMAGE_ENCRYPTED, "untold", state.id());
        } else if (encrypted == null) {
            findings.notChecked(IMAGE_ENCRYPTED, state.snapshots(), state.id());
        } else if (!encrypted) {
            findings.pass(IMAGE_ENCRYPTED, "plain", state.id());
        } else {
            findings.pass(IMAGE_ENCRYPTED, "encrypted", state.id());
            int snapshots =
                    state.found().map(image -> image.snapshotIds().size()).orElse(0);
            if (snapshots > 1) {
                findings.fail(SINGLE_SNAPSHOT, "several", state.id(), snapshots);
            } else {
                findings.pass(SINGLE_SNAPSHOT, "one", state.id());
            }
        }
    }
}

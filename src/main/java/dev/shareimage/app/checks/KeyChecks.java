package dev.shareimage.app.checks;

import static dev.shareimage.domain.check.CheckId.KEY_CUSTOMER_MANAGED;
import static dev.shareimage.domain.check.CheckId.KEY_ENABLED;
import static dev.shareimage.domain.check.CheckId.KEY_KNOWN;
import static dev.shareimage.domain.check.CheckId.KEY_TAGGED;

import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.KeyState;
import dev.shareimage.cloud.Key;
import dev.shareimage.cloud.Keys;
import dev.shareimage.cloud.Snapshot;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.check.CheckId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The cloud's conditions for the key of an encrypted image: customer-managed (since 2025-07-01), enabled, and tagged
 * for ECS.
 */
final class KeyChecks {

    private static final String UNKNOWN_ARN = "ARN-OF-THE-KEY";

    private static final List<CheckId> ALL = List.of(KEY_KNOWN, KEY_CUSTOMER_MANAGED, KEY_ENABLED, KEY_TAGGED);

    private final FindingCollector findings;
    private final RegionId region;
    private final Set<KeyId> done = new LinkedHashSet<>();

    KeyChecks(FindingCollector findings, RegionId region) {
        this.findings = findings;
        this.region = region;
    }

    /** Checks each key once, even if it encrypts several images. */
    void check(ImageState state) {
        if (state.image().known().isEmpty()) {
            ALL.forEach(id -> findings.notChecked(id, state.image(), state.id()));
        }
        if (!state.needsKey()) {
            return;
        }
        if (state.snapshots().known().isEmpty()) {
            ALL.forEach(id -> findings.notChecked(id, state.snapshots(), state.id()));
        } else if (hasUnnamedKey(state.snapshots().known().get())) {
            checkUnnamed(state);
        } else if (state.keys().isEmpty()) {
            ALL.forEach(id -> findings.notChecked(id, "untold", state.id()));
        }
        state.keys().stream().filter(key -> done.add(key.id())).forEach(key -> check(key, new Use("", state.id())));
    }

    /** Checks the key for a copy to the region. */
    void checkForCopy(KeyState key) {
        if (done.add(key.id())) {
            check(key, new Use("copy-", region));
        }
    }

    /**
     * The use of a key.
     *
     * @param prefix the prefix of its sentences
     * @param subject what the sentences name
     */
    private record Use(String prefix, Object subject) {

        String of(String variant) {
            return prefix + variant;
        }
    }

    private static boolean hasUnnamedKey(List<Snapshot> snapshots) {
        return snapshots.stream().anyMatch(snapshot -> snapshot.encrypted() && snapshot.key() == null);
    }

    /**
     * Reports an image without a key id. A service key looks like this (reported for disks by a third party), so this
     * only warns.
     */
    private void checkUnnamed(ImageState state) {
        List.of(KEY_KNOWN, KEY_ENABLED, KEY_TAGGED).forEach(id -> findings.notChecked(id, "unnamed", state.id()));
        findings.warn(KEY_CUSTOMER_MANAGED, "probably-service", state.id(), region);
    }

    private void check(KeyState state, Use use) {
        if (state.key().known().isEmpty()) {
            checkUnread(state, use);
        } else if (state.key().known().get().isEmpty()) {
            findings.fail(KEY_KNOWN, use.of("absent"), state.id(), use.subject(), region);
        } else {
            checkRead(state, state.key().known().get().get(), use);
        }
    }

    private void checkUnread(KeyState state, Use use) {
        findings.notChecked(KEY_KNOWN, state.key(), state.id());
        if (Boolean.TRUE.equals(state.madeByService(state.id()))) {
            findings.fail(KEY_CUSTOMER_MANAGED, use.of("service"), state.id(), use.subject(), region);
        } else {
            findings.notChecked(KEY_CUSTOMER_MANAGED, state.key(), state.id());
        }
        findings.notChecked(KEY_ENABLED, state.key(), state.id());
        checkTag(state);
    }

    /** Checks the key. The tag of a service key is not checked, because nobody can set it. */
    private void checkRead(KeyState state, Key key, Use use) {
        findings.pass(KEY_KNOWN, use.of("present"), state.id(), use.subject());
        checkState(key);
        checkEnd(key);
        Boolean service = state.madeByService(key.id());
        if (namesService(key) || Boolean.TRUE.equals(service)) {
            findings.fail(KEY_CUSTOMER_MANAGED, use.of("service"), key.id(), use.subject(), region);
            return;
        }
        if (service == null) {
            findings.notChecked(KEY_CUSTOMER_MANAGED, state.serviceKeys(), key.id());
        } else {
            findings.pass(KEY_CUSTOMER_MANAGED, "customer", key.id());
        }
        checkTag(state);
    }

    private static boolean namesService(Key key) {
        return key.creator() != null
                && !key.creator().isBlank()
                && !key.creator().chars().allMatch(Character::isDigit);
    }

    private void checkState(Key key) {
        switch (key.state()) {
            case "Enabled" -> findings.pass(KEY_ENABLED, "enabled", key.id());
            case "PendingDeletion" -> findings.fail(KEY_ENABLED, "pending-deletion", key.id(), region);
            default -> findings.fail(KEY_ENABLED, "other", key.id(), key.state(), region);
        }
    }

    private void checkEnd(Key key) {
        if (!key.state().equals("Enabled")) {
            return;
        }
        if (key.deleteDate() != null) {
            findings.warn(KEY_ENABLED, "delete-date", key.id(), key.deleteDate(), region);
        }
        if (key.materialExpiry() != null) {
            findings.warn(KEY_ENABLED, "material-expires", key.id(), key.materialExpiry());
        }
        if (Boolean.FALSE.equals(key.deletionProtected())) {
            findings.warn(KEY_ENABLED, "unprotected", key.id(), region, pasteableArn(key));
        }
    }

    /** The ARN, if it can be pasted as it is, or else a placeholder: a command must hold nothing that a shell reads. */
    private static String pasteableArn(Key key) {
        String arn = key.arn();
        return arn != null && arn.matches("acs:kms:[a-z0-9-]+:[0-9]+:key/[A-Za-z0-9-]+") ? arn : UNKNOWN_ARN;
    }

    private void checkTag(KeyState state) {
        if (state.tags().known().isEmpty()) {
            findings.notChecked(KEY_TAGGED, state.tags(), state.id());
        } else if ("true".equalsIgnoreCase(state.tags().known().get().get(Keys.DISK_TAG))) {
            findings.pass(KEY_TAGGED, "tagged", state.id());
        } else {
            findings.fail(KEY_TAGGED, "untagged", state.id(), region);
        }
    }
}

package dev.shareimage.app.verify;

import static dev.shareimage.domain.check.CheckId.KMS_OPENED;
import static dev.shareimage.domain.check.CheckId.OWN_KEY;
import static dev.shareimage.domain.check.CheckId.OWN_KEY_ENABLED;
import static dev.shareimage.domain.check.CheckId.OWN_KEY_SPEC;
import static dev.shareimage.domain.check.CheckId.OWN_KEY_TAGGED;

import dev.shareimage.app.state.ReadResult;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.ErrorCause;
import dev.shareimage.cloud.Key;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks whether the recipient has a key with which ECS can encrypt disks (vendor documentation, encrypting disks). */
final class OwnKeyChecks {

    private static final int MAX_SHOWN = 5;

    private final DiagnosisCollector collector;
    private final RegionId region;

    OwnKeyChecks(DiagnosisCollector collector, RegionId region) {
        this.collector = collector;
        this.region = region;
    }

    void check(RecipientState state) {
        checkOpened(state.opened());
        OwnKeys keys = state.keys();
        if (keys.chosen().isPresent()) {
            check(keys, keys.chosen().get());
        } else if (keys.usable().known().isEmpty()) {
            collector.notChecked(OWN_KEY, keys.usable(), collector.sentences().plain("keys-of", region));
        } else {
            collector.fail(Side.RECIPIENT, OWN_KEY, "none", region);
        }
    }

    private void checkOpened(ReadResult<Boolean> opened) {
        CloudException failure = opened.failure();
        if (opened.known().isPresent()) {
            if (opened.known().get()) {
                collector.pass(KMS_OPENED, "opened");
            } else {
                collector.fail(Side.RECIPIENT, KMS_OPENED, "closed");
            }
        } else if (failure != null && isClosed(failure)) {
            collector.fail(Side.RECIPIENT, KMS_OPENED, "closed");
        } else {
            collector.notChecked(KMS_OPENED, opened, collector.sentences().plain("key-service"));
        }
    }

    private static boolean isClosed(CloudException failure) {
        return ErrorCause.of(failure.code()).equals(Optional.of(ErrorCause.KMS_NOT_OPENED));
    }

    private void check(OwnKeys keys, OwnKey key) {
        if (key.key().known().isEmpty()) {
            List.of(OWN_KEY, OWN_KEY_SPEC, OWN_KEY_ENABLED)
                    .forEach(id -> collector.notChecked(id, key.key(), key.name()));
        } else if (key.found().isEmpty()) {
            collector.fail(Side.RECIPIENT, OWN_KEY, "absent", key.name(), region);
            return;
        } else {
            checkFound(keys, key, key.found().get());
        }
        checkTag(key);
    }

    private void checkFound(OwnKeys keys, OwnKey key, Key found) {
        Set<KeyId> usable = keys.usable().known().orElse(Set.of());
        if (keys.asked()) {
            collector.pass(OWN_KEY, "present", key.name(), region);
        } else if (usable.isEmpty()) {
            collector.warn(Side.RECIPIENT, OWN_KEY, "unusable", region, found.id());
        } else {
            collector.pass(OWN_KEY, "usable", usable.size(), region, shown(usable), found.id());
        }
        if (key.encryptsDisks()) {
            collector.pass(OWN_KEY_SPEC, "fits", found.id(), found.spec() == null ? "" : found.spec());
        } else {
            collector.fail(Side.RECIPIENT, OWN_KEY_SPEC, "other", found.id(), String.valueOf(found.spec()), region);
        }
        checkState(found);
    }

    private void checkState(Key key) {
        switch (key.state()) {
            case "Enabled" -> {
                collector.pass(OWN_KEY_ENABLED, "enabled", key.id());
                checkEnd(key);
            }
            case "PendingDeletion" ->
                collector.fail(Side.RECIPIENT, OWN_KEY_ENABLED, "pending-deletion", key.id(), region);
            default -> collector.fail(Side.RECIPIENT, OWN_KEY_ENABLED, "other", key.id(), key.state(), region);
        }
    }

    private void checkEnd(Key key) {
        if (key.deleteDate() != null) {
            collector.warn(Side.RECIPIENT, OWN_KEY_ENABLED, "delete-date", key.id(), key.deleteDate(), region);
        }
        if (key.materialExpiry() != null) {
            collector.warn(Side.RECIPIENT, OWN_KEY_ENABLED, "material-expires", key.id(), key.materialExpiry());
        }
    }

    private void checkTag(OwnKey key) {
        KeyId id = key.found().map(Key::id).orElse(key.name());
        if (key.tags().known().isEmpty()) {
            collector.notChecked(OWN_KEY_TAGGED, key.tags(), id);
        } else if (key.tagged()) {
            collector.pass(OWN_KEY_TAGGED, "tagged", id);
        } else {
            collector.fail(Side.RECIPIENT, OWN_KEY_TAGGED, "untagged", id, region);
        }
    }

    private static String shown(Set<KeyId> keys) {
        String first = String.join(
                ", ", keys.stream().limit(MAX_SHOWN).map(KeyId::value).toList());
        return keys.size() > MAX_SHOWN ? first + ", …" : first;
    }
}

package dev.shareimage.app.verify;

import static dev.shareimage.domain.check.CheckId.IMAGE_ENCRYPTED;
import static dev.shareimage.domain.check.CheckId.IMAGE_STATE;
import static dev.shareimage.domain.check.CheckId.IMAGE_VISIBLE;
import static dev.shareimage.domain.check.CheckId.MARKETPLACE;
import static dev.shareimage.domain.check.CheckId.ZONES;

import dev.shareimage.app.verify.RecipientState.SeenImage;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.RegionCatalog;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks whether the recipient sees an image that can be launched, and where. */
final class SeenImageChecks {

    private final DiagnosisCollector collector;
    private final RecipientState state;
    private final RegionId region;
    private final String account;

    SeenImageChecks(DiagnosisCollector collector, RecipientState state) {
        this.collector = collector;
        this.state = state;
        this.region = state.region();
        this.account =
                state.caller().known().map(caller -> caller.account().value()).orElse("UID");
    }

    void check(SeenImage seen) {
        if (seen.inUnknownRegion()) {
            collector.fail(Side.RECIPIENT, IMAGE_VISIBLE, "no-such-region", region);
        } else if (seen.image().known().isEmpty()) {
            List.of(IMAGE_VISIBLE, IMAGE_STATE, IMAGE_ENCRYPTED)
                    .forEach(id -> collector.notChecked(id, seen.image(), seen.id()));
        } else if (seen.elsewhere().isPresent()) {
            collector.fail(
                    Side.RECIPIENT,
                    IMAGE_VISIBLE,
                    "elsewhere",
                    seen.id(),
                    region,
                    seen.elsewhere().get());
        } else if (seen.found().isEmpty()) {
            collector.fail(Side.OWNER, IMAGE_VISIBLE, "absent", seen.id(), region, account);
        } else {
            check(seen.found().get());
        }
    }

    private void check(Image image) {
        if (isOwn(image)) {
            collector.warn(Side.RECIPIENT, IMAGE_VISIBLE, "own", image.id(), region);
        } else {
            checkOwner(image);
        }
        checkState(image);
        Optional<Boolean> encrypted = image.encrypted();
        if (encrypted.isEmpty()) {
            collector.skipped(IMAGE_ENCRYPTED, "untold", image.id());
        } else {
            collector.pass(IMAGE_ENCRYPTED, encrypted.get() ? "encrypted" : "plain", image.id());
        }
        if (image.productCode() != null) {
            collector.warn(Side.RECIPIENT, MARKETPLACE, "product", image.id(), image.productCode());
        }
    }

    /** Real answers may lack the owner. */
    private void checkOwner(Image image) {
        if (image.owner() == null) {
            collector.pass(IMAGE_VISIBLE, "seen-unowned", image.id(), image.name(), region);
        } else {
            collector.pass(IMAGE_VISIBLE, "seen", image.id(), image.name(), region, image.owner());
        }
    }

    private boolean isOwn(Image image) {
        return image.ownerAlias().equals("self")
                || state.caller()
                        .known()
                        .filter(caller -> caller.account().equals(image.owner()))
                        .isPresent();
    }

    private void checkState(Image image) {
        switch (image.status()) {
            case "Available" -> collector.pass(IMAGE_STATE, "available", image.id());
            case "Deprecated" -> collector.warn(Side.OWNER, IMAGE_STATE, "deprecated", image.id(), region);
            case "Creating", "Waiting" ->
                collector.fail(null, IMAGE_STATE, "coming", image.id(), image.status(), region);
            default -> collector.fail(Side.OWNER, IMAGE_STATE, "other", image.id(), image.status(), region);
        }
    }

    /**
     * The zones that can encrypt a system disk at creation. The list has a date, and the cloud makes the final
     * decision.
     */
    void checkZones(LaunchSpec spec) {
        RegionCatalog catalog = RegionCatalog.load();
        Optional<RegionCatalog.Region> listed = catalog.find(region);
        Optional<ZoneId> zone = spec.zone();
        if (listed.isEmpty()) {
            collector.skipped(ZONES, "unlisted", region, catalog.asOf());
            return;
        }
        List<ZoneId> not = listed.get().noEncryptedSystemDisk();
        List<ZoneId> fit = listed.get().zones().stream()
                .filter(each -> !not.contains(each))
                .toList();
        if (zone.isPresent() && not.contains(zone.get())) {
            collector.fail(Side.RECIPIENT, ZONES, "unfit", zone.get(), joined(fit));
        } else if (zone.isPresent() && !fit.contains(zone.get())) {
            collector.warn(Side.RECIPIENT, ZONES, "unknown", zone.get(), joined(fit), catalog.asOf());
        } else if (zone.isPresent()) {
            collector.pass(ZONES, "fit", zone.get(), catalog.asOf());
        } else if (not.isEmpty()) {
            collector.pass(ZONES, "all", region, joined(fit), catalog.asOf());
        } else {
            collector.pass(ZONES, "some", region, joined(fit), joined(not), catalog.asOf());
        }
    }

    private static String joined(List<ZoneId> zones) {
        return zones.stream().map(ZoneId::value).collect(Collectors.joining(", "));
    }
}

package dev.shareimage.cli;

import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionCatalogue;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import java.util.List;

/** The check of the region, which needs no cloud. */
final class RegionFinding {

    private final Messages messages;

    RegionFinding(Messages messages) {
        this.messages = messages;
    }

    /** Whether sharing of encrypted images is listed for the region. */
    List<Finding> of(RegionId region, boolean allowUnlisted) {
        RegionCatalogue catalogue = RegionCatalogue.load();
        if (catalogue.find(region).isPresent()) {
            return List.of(Finding.pass(
                    CheckId.REGION_LISTED, messages.get("region-listed.listed", region, catalogue.asOf())));
        }
        String message = messages.get("region-listed.unlisted", region, catalogue.asOf());
        return List.of(
                allowUnlisted
                        ? Finding.warn(CheckId.REGION_LISTED, message, null)
                        : Finding.fail(CheckId.REGION_LISTED, message, messages.get("region-listed.fix")));
    }
}

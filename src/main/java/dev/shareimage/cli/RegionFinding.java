package dev.shareimage.cli;

import dev.shareimage.cli.options.Suggestions;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionCatalog;
import dev.shareimage.domain.RegionCatalog.Remarked;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ZoneId;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The check of the region. It needs no cloud. */
final class RegionFinding {

    private final Messages messages;
    private final RegionCatalog catalog;

    RegionFinding(Messages messages) {
        this(messages, RegionCatalog.load());
    }

    RegionFinding(Messages messages, RegionCatalog catalog) {
        this.messages = messages;
        this.catalog = catalog;
    }

    /** The same for each region. */
    Map<RegionId, List<Finding>> of(List<RegionId> regions, boolean allowUnlisted) {
        Map<RegionId, List<Finding>> findings = new LinkedHashMap<>();
        regions.forEach(region -> findings.put(region, of(region, allowUnlisted)));
        return findings;
    }

    /** Whether sharing of encrypted images is listed for the region. */
    List<Finding> of(RegionId region, boolean allowUnlisted) {
        if (catalog.find(region).isPresent()) {
            return List.of(
                    Finding.pass(CheckId.REGION_LISTED, messages.get("region-listed.listed", region, catalog.asOf())));
        }
        Optional<Remarked> known = catalog.remark(region);
        String message = known.isPresent()
                ? sentence(known.get())
                : messages.get("region-listed.unlisted", region, catalog.asOf());
        boolean excluded = known.map(found -> found.remark().excludes()).orElse(false);
        if (excluded) {
            return List.of(Finding.fail(CheckId.REGION_LISTED, message, messages.get("region-listed.excluded.fix")));
        }
        return List.of(
                allowUnlisted || known.isPresent()
                        ? Finding.warn(CheckId.REGION_LISTED, message, null)
                        : Finding.fail(
                                CheckId.REGION_LISTED,
                                message,
                                withSuggestion(region, messages.get("region-listed.fix"))));
    }

    /** The remark about a region that is not listed; empty if there is none. */
    Optional<String> remark(RegionId region) {
        return catalog.remark(region).map(this::sentence);
    }

    /** What a zone cannot do that is listed; empty if nothing is known of it. */
    Optional<String> remark(ZoneId zone) {
        return catalog.lacksEncryptedSystemDisk(zone)
                ? Optional.of(messages.get("check-region.no-encrypted-system-disk", zone))
                : Optional.empty();
    }

    private String sentence(Remarked known) {
        Messages words = messages.part("table");
        String key = "word." + known.name();
        String name = words.has(key) ? words.get(key) : known.name();
        return messages.get("region-listed." + known.remark().label(), known.id(), name, catalog.asOf());
    }

    /** The fix, after the region that the user may have meant. */
    String withSuggestion(RegionId region, String fix) {
        return suggestion(region)
                .map(near -> messages.get("region-listed.did-you-mean", near, fix))
                .orElse(fix);
    }

    private Optional<String> suggestion(RegionId region) {
        List<String> ids = catalog.ids();
        return ids.contains(region.value()) ? Optional.empty() : Suggestions.nearest(region.value(), ids);
    }
}

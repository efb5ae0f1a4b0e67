package dev.shareimage.cli;

import dev.shareimage.cli.view.RegionResult.CheckedRegion;
import dev.shareimage.cli.view.RegionResult.CheckedZone;
import dev.shareimage.domain.RegionCatalog;
import dev.shareimage.domain.RegionCatalog.Region;
import dev.shareimage.domain.RegionCatalog.Remarked;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks up regions and zones in the list. */
final class RegionLookup {

    private final RegionCatalog catalog;
    private final RegionFinding findings;

    /** @param findings makes the remarks about regions that are not listed */
    RegionLookup(RegionCatalog catalog, RegionFinding findings) {
        this.catalog = catalog;
        this.findings = findings;
    }

    /** The date of the list. */
    String asOf() {
        return catalog.asOf();
    }

    /** All regions that were named directly or by a zone; with {@code all}, also all listed regions. */
    List<CheckedRegion> regions(Set<RegionId> named, List<ZoneId> zones, boolean all) {
        Set<RegionId> regions = new LinkedHashSet<>(named);
        if (all) {
            catalog.regions().forEach(region -> regions.add(region.id()));
        }
        zones.forEach(zone -> regions.add(regionOf(zone)));
        return regions.stream().map(region -> check(region, zones)).toList();
    }

    /** The ids of the regions and zones that are not listed. */
    static List<String> notListed(List<CheckedRegion> regions) {
        List<String> missing = new ArrayList<>();
        for (CheckedRegion region : regions) {
            if (!region.listed()) {
                missing.add(region.id().value());
            }
            region.zones().stream()
                    .filter(zone -> !zone.listed())
                    .forEach(zone -> missing.add(zone.id().value()));
        }
        return missing;
    }

    private CheckedRegion check(RegionId id, List<ZoneId> askedZones) {
        Optional<Region> listed = catalog.find(id);
        List<ZoneId> zones =
                askedZones.stream().filter(zone -> regionOf(zone).equals(id)).toList();
        if (zones.isEmpty()) {
            zones = listed.map(Region::zones).orElse(List.of());
        }
        return new CheckedRegion(
                id,
                listed.map(Region::name)
                        .or(() -> catalog.remark(id).map(Remarked::name))
                        .orElse(null),
                listed.isPresent(),
                findings.remark(id).orElse(null),
                zones.stream()
                        .map(zone -> new CheckedZone(
                                zone, catalog.lists(zone), findings.remark(zone).orElse(null)))
                        .toList());
    }

    /**
     * The region of a zone: {@code cn-hongkong} for {@code cn-hongkong-b}, {@code ap-southeast-1} for {@code
     * ap-southeast-1a}.
     */
    private static RegionId regionOf(ZoneId zone) {
        return new RegionId(zone.value().replaceFirst("-?[a-z]$", ""));
    }
}

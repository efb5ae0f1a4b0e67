package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The regions and zones, and whether they are listed.
 *
 * @param asOf the date of the list
 * @param problem the ones that are not listed, or null
 */
public record RegionResult(
        String command,
        String asOf,
        List<CheckedRegion> regions,
        @Nullable Problem problem) implements Result {

    public static final List<String> COLUMNS = List.of("regionId", "name", "listed", "zoneId", "zoneListed");

    /**
     * A requested region.
     *
     * @param name the name, or null if it is not known
     * @param note a remark about a region that is not listed, or null
     */
    public record CheckedRegion(
            RegionId id,
            @Nullable String name,
            boolean listed,
            @Nullable String note,
            List<CheckedZone> zones) {}

    /**
     * A requested zone, or a listed zone of a region without requested zones.
     *
     * @param note what a listed zone cannot do, or null
     */
    public record CheckedZone(
            ZoneId id, boolean listed, @Nullable String note) {}

    @Override
    public JsonNode document() {
        ObjectNode document = Documents.start(command, problem == null ? "succeeded" : "failed");
        document.put("asOf", asOf);
        ArrayNode array = document.putArray("regions");
        for (CheckedRegion region : regions) {
            ObjectNode entry = array.addObject()
                    .put("regionId", region.id().value())
                    .put("name", region.name())
                    .put("listed", region.listed());
            if (region.note() != null) {
                entry.put("note", region.note());
            }
            ArrayNode zones = entry.putArray("zones");
            region.zones().forEach(zone -> write(zone, zones.addObject()));
        }
        if (problem != null) {
            document.set("error", problem.document());
        }
        return document;
    }

    private static void write(CheckedZone zone, ObjectNode entry) {
        entry.put("zoneId", zone.id().value()).put("listed", zone.listed());
        if (zone.note() != null) {
            entry.put("note", zone.note());
        }
    }

    @Override
    public Table table() {
        Table.Builder table = Table.of(COLUMNS);
        for (CheckedRegion region : regions) {
            String name = region.name() == null ? "" : region.name();
            if (region.zones().isEmpty()) {
                table.row(region.id().value(), name, word(region.listed()), "", "");
            }
            region.zones()
                    .forEach(zone -> table.row(
                            region.id().value(),
                            name,
                            word(region.listed()),
                            zone.id().value(),
                            word(zone.listed())));
        }
        return table.build();
    }

    private static String word(boolean listed) {
        return listed ? "yes" : "no";
    }
}

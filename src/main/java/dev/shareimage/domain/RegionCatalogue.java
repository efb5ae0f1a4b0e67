package dev.shareimage.domain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The regions and zones for which the vendor lists the sharing of encrypted images.
 *
 * <p>The list has a date: today's documentation carries none any more, so a region that is missing may work all the same.
 *
 * @param asOf the day of the document, as {@code 2024-01-17}
 */
public record RegionCatalogue(String asOf, List<Region> regions) {

    /**
     * A listed region.
     *
     * @param zones the listed zones; a zone matters where the recipient launches, not for the share itself
     * @param noEncryptedSystemDisk zones that cannot encrypt a system disk at creation
     */
    public record Region(RegionId id, String name, List<ZoneId> zones, List<ZoneId> noEncryptedSystemDisk) {}

    public RegionCatalogue {
        regions = List.copyOf(regions);
    }

    /** The list that comes with the program. */
    public static RegionCatalogue load() {
        try (InputStream stream = RegionCatalogue.class.getResourceAsStream("/dev/shareimage/regions.json")) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks its list of regions");
            }
            JsonNode tree = Json.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            return new RegionCatalogue(
                    tree.path("asOf").asText(),
                    tree.path("regions")
                            .valueStream()
                            .map(RegionCatalogue::region)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The region, when it is listed. */
    public Optional<Region> find(RegionId region) {
        return regions.stream().filter(listed -> listed.id().equals(region)).findFirst();
    }

    /** Whether the zone is listed, in whatever region. */
    public boolean lists(ZoneId zone) {
        return regions.stream().anyMatch(region -> region.zones().contains(zone));
    }

    /** Whether a recipient that launches in the zone cannot encrypt the system disk (a comment in the vendor's SDK). */
    public boolean lacksEncryptedSystemDisk(ZoneId zone) {
        return regions.stream()
                .anyMatch(region -> region.noEncryptedSystemDisk().contains(zone));
    }

    private static Region region(JsonNode node) {
        return new Region(
                new RegionId(node.path("regionId").asText()),
                node.path("name").asText(),
                zones(node.path("zones")),
                zones(node.path("noEncryptedSystemDisk")));
    }

    private static List<ZoneId> zones(JsonNode names) {
        return names.valueStream().map(name -> new ZoneId(name.asText())).toList();
    }
}

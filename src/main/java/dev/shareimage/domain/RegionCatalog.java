package dev.shareimage.domain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The regions and zones for which the vendor lists sharing of encrypted images.
 *
 * <p>The list has a date. The vendor's present documentation has no list, so a region that is not listed may still
 * work.
 *
 * @param asOf the date of the document, as {@code 2024-01-17}
 * @param remarks regions that are not listed but about which something is known
 * @param others the ids of further regions, to detect a typing mistake
 */
public record RegionCatalog(String asOf, List<Region> regions, List<Remarked> remarks, List<RegionId> others) {

    /**
     * A listed region.
     *
     * @param zones the listed zones; a zone matters for launching, not for sharing
     * @param noEncryptedSystemDisk the zones that cannot encrypt a system disk at creation
     */
    public record Region(RegionId id, String name, List<ZoneId> zones, List<ZoneId> noEncryptedSystemDisk) {}

    /**
     * What is known about a region that is not listed (vendor documentation, encrypting disks; region ids are
     * inferred).
     */
    public enum Remark {
        /** The region has no encrypted disks. */
        NO_ENCRYPTED_DISKS,
        /** The region has no customer-managed keys. */
        NO_OWN_KEYS,
        /** Only one undated copy of the vendor's list names the region. */
        ONE_SOURCE;

        /** Whether an encrypted image certainly cannot be shared there. */
        public boolean excludes() {
            return this != ONE_SOURCE;
        }

        /** The name in the file and in the keys of sentences. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A region that is not listed but about which something is known. */
    public record Remarked(RegionId id, String name, Remark remark) {}

    public RegionCatalog {
        regions = List.copyOf(regions);
        remarks = List.copyOf(remarks);
        others = List.copyOf(others);
    }

    /** Loads the list that comes with the program. */
    public static RegionCatalog load() {
        try (InputStream stream = RegionCatalog.class.getResourceAsStream("/dev/shareimage/regions.json")) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks its list of regions");
            }
            JsonNode tree = Json.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            return new RegionCatalog(
                    tree.path("asOf").asText(),
                    tree.path("regions")
                            .valueStream()
                            .map(RegionCatalog::region)
                            .toList(),
                    tree.path("remarks")
                            .valueStream()
                            .map(RegionCatalog::remarked)
                            .toList(),
                    tree.path("others")
                            .valueStream()
                            .map(id -> new RegionId(id.asText()))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The region if it is listed. */
    public Optional<Region> find(RegionId region) {
        return regions.stream().filter(listed -> listed.id().equals(region)).findFirst();
    }

    /** The remark about a region that is not listed; empty if there is none. */
    public Optional<Remarked> remark(RegionId region) {
        return remarks.stream().filter(known -> known.id().equals(region)).findFirst();
    }

    /** The ids of all known regions, listed or not. */
    public List<String> ids() {
        return Stream.of(regions.stream().map(Region::id), remarks.stream().map(Remarked::id), others.stream())
                .flatMap(ids -> ids)
                .map(RegionId::value)
                .toList();
    }

    /** Whether the zone is listed in any region. */
    public boolean lists(ZoneId zone) {
        return regions.stream().anyMatch(region -> region.zones().contains(zone));
    }

    /** Whether the zone cannot encrypt the system disk of a new instance (a comment in the vendor's SDK). */
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

    private static Remarked remarked(JsonNode node) {
        String label = node.path("remark").asText();
        return new Remarked(
                new RegionId(node.path("regionId").asText()),
                node.path("name").asText(),
                Stream.of(Remark.values())
                        .filter(remark -> remark.label().equals(label))
                        .findFirst()
                        .orElseThrow());
    }

    private static List<ZoneId> zones(JsonNode names) {
        return names.valueStream().map(name -> new ZoneId(name.asText())).toList();
    }
}

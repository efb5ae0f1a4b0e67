package dev.shareimage.domain;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegionCatalogTest {

    private final RegionCatalog catalog = RegionCatalog.load();

    @Test
    void holds_the_vendors_list_with_its_date() {
        assertThat(catalog.asOf()).isEqualTo("2024-01-17");
        assertThat(catalog.regions().stream()
                        .map(region -> region.id() + " " + zones(region))
                        .collect(joining("\n")))
                .isEqualTo("""
                        cn-beijing a b c d e f g h i j k l
                        cn-shanghai a b c d e f g k l m n
                        cn-hongkong b c d
                        ap-southeast-1 a b c""");
    }

    @Test
    void names_the_zones_that_cannot_encrypt_a_system_disk() {
        assertThat(catalog.regions().stream().flatMap(region -> region.noEncryptedSystemDisk().stream()))
                .containsExactlyInAnyOrder(new ZoneId("cn-hongkong-d"), new ZoneId("ap-southeast-1a"));
    }

    @Test
    void names_the_regions_that_cannot_work_and_why() {
        assertThat(catalog.remarks().stream()
                        .map(known -> known.id() + " " + known.remark().label() + " "
                                + known.remark().excludes())
                        .collect(joining("\n")))
                .isEqualTo("""
                        cn-nanjing no-encrypted-disks true
                        ap-northeast-2 no-encrypted-disks true
                        cn-fuzhou no-own-keys true
                        ap-southeast-7 no-own-keys true
                        ap-southeast-5 one-source false""");
        assertThat(catalog.ids()).doesNotHaveDuplicates().contains("cn-hongkong", "cn-nanjing", "cn-hangzhou");
    }

    @Test
    void finds_what_is_listed_and_nothing_else() {
        assertThat(catalog.find(new RegionId("cn-hongkong")))
                .hasValueSatisfying(region -> assertThat(region.name()).isEqualTo("China (Hong Kong)"));
        assertThat(catalog.find(new RegionId("cn-hangzhou"))).isEmpty();
        assertThat(catalog.lists(new ZoneId("cn-hongkong-b"))).isTrue();
        assertThat(catalog.lists(new ZoneId("cn-hongkong-a"))).isFalse();
        assertThat(catalog.lists(new ZoneId("cn-shanghai-h"))).isFalse();
    }

    private static String zones(RegionCatalog.Region region) {
        return region.zones().stream()
                .map(zone ->
                        zone.value().substring(region.id().value().length()).replace("-", ""))
                .collect(joining(" "));
    }
}

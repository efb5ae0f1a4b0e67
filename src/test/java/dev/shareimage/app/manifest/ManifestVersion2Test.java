package dev.shareimage.app.manifest;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.manifest.Manifest.ImageTargets;
import dev.shareimage.app.manifest.Manifest.RegionImages;
import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.RegionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestVersion2Test {

    private static final String BEGINNING = """
            schemaVersion: 2
            groups:
              prod: {accounts: ["20000"]}
            regions:
              - id: cn-hongkong
                images:
            """;

    @Test
    void gives_an_image_to_its_groups_the_defaults_and_its_own_targets() {
        assertThat(grants("""
                schemaVersion: 2
                regions:
                  - id: cn-hongkong
                    images:
                      - {id: m-1, groups: [prod, partners]}
                      - {id: m-2, accounts: ["20000", "70000"], resourceDirectory: own}
                      - id: m-3
                groups:
                  prod:
                    accounts: ["20000", "30000"]
                    folders: [rd-1/r-1/fd-1]
                  partners:
                    accounts: ["30000", "40000"]
                  audit:
                    accounts:
                      - {id: "50000", note: "who looks at everything"}
                defaults:
                  groups: [audit]
                  accounts: ["60000"]
                """)).isEqualTo("""
                        m-1 forever 60000 20000 30000 40000 50000 rd-1/r-1/fd-1
                        m-2 forever 20000 70000 60000 50000 own
                        m-3 forever 60000 50000""");
    }

    @Test
    void ends_a_share_with_its_account_its_group_or_its_image_and_the_first_of_them_counts() {
        assertThat(grants("""
                schemaVersion: 2
                groups:
                  prod:
                    until: 2027-06-30
                    accounts:
                      - "20000"
                      - {id: "30000", until: 2027-03-31}
                      - {id: "40000", until: 2027-09-30}
                    folders: [{id: fd-1, until: 2027-03-31}]
                regions:
                  - id: cn-hongkong
                    images:
                      - {id: m-1, groups: [prod]}
                      - {id: m-2, groups: [prod], until: 2027-05-31}
                """)).isEqualTo("""
                        m-1 2027-06-30 20000 40000
                        m-1 2027-03-31 30000 fd-1
                        m-2 2027-05-31 20000 40000
                        m-2 2027-03-31 30000 fd-1""");
    }

    @Test
    void lets_a_target_that_is_named_twice_have_the_image_to_the_later_end() {
        assertThat(grants("""
                schemaVersion: 2
                groups:
                  short: {accounts: ["20000", "30000"], until: 2027-03-31}
                  long: {accounts: ["20000"], until: 2027-06-30}
                regions:
                  - id: cn-hongkong
                    images:
                      - {id: m-1, groups: [short, long], accounts: ["30000"]}
                """)).isEqualTo("""
                        m-1 forever 30000
                        m-1 2027-06-30 20000""");
    }

    @Test
    void picks_images_as_on_the_command_line() {
        RegionImages region =
                read(BEGINNING + """
                      - {name: "web-*", newest: 2, groups: [prod]}
                      - {family: web, tag: [env=prod, "note=a=b"], accounts: [], setup: false}
                """.indent(4), ListFiles.NONE).regions().get(0);

        assertThat(region.images()).isEmpty();
        assertThat(region.picks())
                .extracting(pick -> pick.filter().options() + " " + pick.newest() + " " + pick.setup())
                .containsExactly(
                        "--image-name 'web-*' OptionalInt[2] true",
                        "--image-family 'web' --image-tag 'env=prod' --image-tag 'note=a=b' OptionalInt.empty false");
        assertThat(region.picks().get(0).grants().get(0).targets().accounts()).hasSize(1);
    }

    @Test
    void reads_where_copies_are_wanted_and_under_which_key() {
        Manifest manifest = read("""
                schemaVersion: 2
                defaults:
                  copies: {cn-beijing: }
                regions:
                  - id: cn-hongkong
                    images:
                      - {id: m-1, accounts: [], copies: {cn-hangzhou: key-1, cn-shanghai: ~}}
                      - {family: web, accounts: [], copies: {cn-hangzhou: alias/images}}
                      - {id: m-2, accounts: []}
                """, ListFiles.NONE);
        RegionImages region = manifest.regions().get(0);

        assertThat(manifest.copies()).hasToString("[cn-beijing]");
        assertThat(region.images())
                .extracting(image -> image.image() + " " + image.copies())
                .containsExactly("m-1 [cn-hangzhou=key-1, cn-shanghai]", "m-2 []");
        assertThat(region.picks())
                .extracting(pick -> pick.copies().toString())
                .containsExactly("[cn-hangzhou=alias/images]");
        assertThat(manifest.wantsCopies()).isTrue();
        assertThat(manifest.concerned())
                .extracting(RegionId::value)
                .containsExactly("cn-hongkong", "cn-beijing", "cn-hangzhou", "cn-shanghai");
    }

    @Test
    void refuses_more_regions_of_copies_than_there_can_be_and_more_copies_than_shares() {
        String many = IntStream.rangeClosed(1, 101)
                .mapToObj(number -> "cn-r" + number + ": ")
                .collect(joining(", "));
        assertRefused(
                BEGINNING + "      - {id: m-1, accounts: [], copies: {" + many + "}}\n",
                ListFiles.NONE,
                "m.yaml:7:41: copies names more than 100 regions");
        String images = IntStream.rangeClosed(1, 10_001)
                .mapToObj(number -> "      - {id: m-" + number + ", accounts: []}\n")
                .collect(joining());
        String hundred = many.substring(0, many.lastIndexOf(','));
        assertRefused(
                BEGINNING + images + "defaults: {copies: {" + hundred + "}}\n",
                ListFiles.NONE,
                "m.yaml:10007:9: up to here, the manifest names more than 1000000 shares");
    }

    @Test
    void holds_a_share_to_the_end_of_its_last_day() {
        ImageTargets image = read(BEGINNING + "      - {id: m-1, groups: [prod], until: 2027-03-31}\n", ListFiles.NONE)
                .regions()
                .get(0)
                .images()
                .get(0);

        assertThat(image.targets(LocalDate.parse("2027-03-31")).accounts()).hasSize(1);
        assertThat(image.targets(LocalDate.parse("2027-04-01")).accounts()).isEmpty();
    }

    @Test
    void reads_lists_from_files_each_once() {
        List<String> read = new ArrayList<>();
        ListFiles files = name -> {
            read.add(name);
            return List.of(new ListFiles.Line("20000", name, 1, 1), new ListFiles.Line("30000", name, 2, 1));
        };

        assertThat(grants("""
                schemaVersion: 2
                groups:
                  partners: {accounts: "@partners.txt"}
                regions:
                  - id: cn-hongkong
                    images:
                      - {id: m-1, groups: [partners]}
                      - {id: m-2, accounts: ["40000", "@partners.txt"]}
                """, files)).isEqualTo("""
                        m-1 forever 20000 30000
                        m-2 forever 40000 20000 30000""");
        assertThat(read).containsExactly("partners.txt");
    }

    @Test
    void says_the_file_and_line_of_what_is_wrong_in_a_list() {
        ListFiles files = name ->
                List.of(new ListFiles.Line("20000", "lists/a.txt", 1, 1), new ListFiles.Line("x", "lists/a.txt", 7, 3));

        assertRefused(
                BEGINNING + "      - {id: m-1, accounts: [\"20000\", \"@a.txt\"]}\n",
                files,
                "lists/a.txt:1:1: account 20000 is there twice\n"
                        + "lists/a.txt:7:3: this is not an account id: digits only, 16 as a rule, as in 2000000000000002");
    }

    @Test
    void says_where_a_list_is_named_that_cannot_be_read() {
        ListFiles files = name -> {
            throw new InvalidValueException("list: there is no file " + name);
        };

        assertRefused(
                BEGINNING + "      - {id: m-1, accounts: \"@a.txt\"}\n",
                files,
                "m.yaml:7:29: list: there is no file a.txt");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '- {id: m-1, groups: [prud]}'                                | m.yaml:7:28: there is no group prud under groups
            '- {groups: [prod]}'                                         | m.yaml:7:9: an image has an id, or is picked by name, family or tag
            '- {newest: 1, groups: [prod]}'                              | m.yaml:7:9: an image has an id, or is picked by name, family or tag
            '- {id: m-1, family: web, groups: [prod]}'                   | m.yaml:7:9: an image that has an id cannot also have name, family, tag or newest
            '- {id: m-1, newest: 1, groups: [prod]}'                     | m.yaml:7:9: an image that has an id cannot also have name, family, tag or newest
            '- {family: web, newest: all, groups: [prod]}'               | m.yaml:7:31: newest is not a number from 1 to 9999
            '- {tag: env, groups: [prod]}'                               | m.yaml:7:15: this is not a tag: KEY=VALUE
            '- {tag: [a=b, a=c], groups: [prod]}'                        | m.yaml:7:21: this tag key is there twice
            '- {tag: [], groups: [prod]}'                                | m.yaml:7:15: tag is empty; it would match every image
            '- {id: m-1, groups: [prod, prod]}'                          | m.yaml:7:34: group prod is there twice
            '- {id: m-1, groups: prod}'                                  | m.yaml:7:27: groups has another type; it has to be a list
            '- {id: m-1, groups: ["a b"]}'                               | m.yaml:7:28: this is not a group's name: letters, digits, dots, underscores and hyphens, 64 at most
            '- {id: m-1, until: 2027-03-31}'                             | m.yaml:7:9: an image has one of groups, accounts, folders, resourceDirectory; for nobody, write accounts: []
            '- {id: m-1, accounts: [], until: 31.3.2027}'                | m.yaml:7:40: until is not a date, as in 2027-03-31
            '- {id: m-1, accounts: [], until: 2027-02-29}'               | m.yaml:7:40: until: there is no such day
            '- {id: m-1, accounts: [], copies: [cn-x]}'                  | m.yaml:7:41: copies has another type; it has to be an object
            '- {id: m-1, accounts: [], copies: {cn-x: , cn-x: key-1}}'   | m.yaml:7:50: cn-x is there twice
            '- {id: m-1, accounts: [], copies: {cn-x: "a b"}}'           | m.yaml:7:48: this is not a KMS key id
            '- {id: m-1, accounts: [], copies: {cn-x: &a key-1}}'        | m.yaml:7:48: anchors and aliases (& and *) are not read; write it out
            '- {id: m-1, accounts: 20000}'                               | m.yaml:7:29: accounts has to be a list, or @ and the name of a file
            '- {id: m-1, accounts: {a: b}}'                              | m.yaml:7:29: accounts has another type; it has to be a list
            '- {id: m-1, accounts: ~}'                                   | m.yaml:7:29: accounts is empty; it has to be a list
            '- {id: m-1, accounts: [{note: x}]}'                         | m.yaml:7:30: an account has an id
            '- {id: m-1, accounts: [{id: x}]}'                           | m.yaml:7:35: this is not an account id: digits only, 16 as a rule, as in 2000000000000002
            '- {id: m-1, accounts: [{id: 20000, name: x}]}'              | m.yaml:7:42: this is not a member of an account; known are id, note, until
            '- {id: m-1, accounts: [{id: 20000}, "20000"]}'              | m.yaml:7:43: account 20000 is there twice
            '- {id: m-1, accounts: "@a"}'                                | m.yaml:7:29: lists in files (@) are not read here
            '- {id: m-1, resourceDirectory: rd-1, groups: [directory]}'  | m.yaml:7:53: there is no group directory under groups
            """)
    void refuses_whatever_may_be_a_mistake(String image, String complaint) {
        assertRefused(BEGINNING + "      " + image + "\n", ListFiles.NONE, complaint);
    }

    @Test
    void says_everything_that_is_wrong_at_once() {
        assertRefused("""
                schemaVersion: 2
                groups:
                  prod:
                    acounts: ["20000"]
                    until: tomorrow
                  "a b": {}
                  prod: {}
                defaults:
                  groups: [absent]
                regions:
                  - id: cn-hongkong
                    images:
                      - id: m-1
                        groups: [prod, test]
                        accounts: ["20000", x, {id: y, until: z}]
                      - id: m-1
                        accounts: []
                  - images: [[], *a]
                nothing: {deep: [1, {2: 3}]}
                total: {images: many, targets: 1}
                """, ListFiles.NONE, """
                m.yaml:4:5: this is not a member of a group; known are accounts, resourceDirectory, folders, until
                m.yaml:5:12: until is not a date, as in 2027-03-31
                m.yaml:6:3: this is not a group's name: letters, digits, dots, underscores and hyphens, 64 at most
                m.yaml:7:3: prod is there twice
                m.yaml:9:12: there is no group absent under groups
                m.yaml:14:24: there is no group test under groups
                m.yaml:15:29: this is not an account id: digits only, 16 as a rule, as in 2000000000000002
                m.yaml:15:37: this is not an account id: digits only, 16 as a rule, as in 2000000000000002
                m.yaml:15:47: until is not a date, as in 2027-03-31
                m.yaml:16:13: image m-1 is there twice
                m.yaml:18:5: a region has an id and images
                m.yaml:18:14: an image has another type; it has to be an object with id, name, family, tag, newest, groups, accounts, resourceDirectory, folders, until, setup, copies
                m.yaml:18:18: anchors and aliases (& and *) are not read; write it out
                m.yaml:19:1: this is not a member of the manifest; known are schemaVersion, exported, groups, defaults, regions, total
                m.yaml:20:17: total: a number is malformed: digits only""".stripIndent());
    }

    @Test
    void stops_where_so_much_is_wrong_that_nobody_reads_it() {
        String text = BEGINNING + "      - id: i-1\n        accounts: []\n".repeat(5_000);

        assertThatThrownBy(() -> read(text, ListFiles.NONE))
                .isInstanceOfSatisfying(
                        InvalidDocumentException.class,
                        refusal -> assertThat(refusal.problems())
                                .hasSize(101)
                                .last()
                                .hasToString(
                                        "m.yaml: reading stopped here: 100 problems were found, there may be more"));
    }

    @Test
    void reports_everything_before_the_place_where_the_yaml_breaks() {
        assertRefused(
                BEGINNING + "      - {id: i-1, accounts: []}\n      - {id: \"m-1\n",
                ListFiles.NONE,
                "m.yaml:7:14: this is not an image id: it starts with m-, as in m-bp1caf3yicx5jlfl0001\n"
                        + "m.yaml:9:1: not YAML: found unexpected end of stream");
    }

    @Test
    void refuses_groups_that_would_make_the_manifest_endless() {
        String group = Stream.iterate(20_000, account -> account + 1)
                .limit(2_000)
                .map(account -> "\"" + account + "\"")
                .collect(joining(", ", "  prod: {accounts: [", "]}\n"));
        StringBuilder text = new StringBuilder("schemaVersion: 2\ngroups:\n" + group);
        text.append("regions:\n  - id: cn-hongkong\n    images:\n");
        for (int image = 0; image < 501; image++) {
            text.append("      - {id: m-" + image + ", groups: [prod]}\n");
        }

        assertRefused(
                text.toString(),
                ListFiles.NONE,
                "m.yaml:507:9: up to here, the manifest names more than 1000000 shares");
    }

    @Test
    void version_1_accepts_nothing_of_later_versions() {
        assertRefused(
                "schemaVersion: 1\ngroups: {}\nregions:\n  - id: cn-hongkong\n    images:\n"
                        + "      - {id: m-1, accounts: [{id: \"20000\"}], until: 2027-03-31}\n",
                ListFiles.NONE,
                "m.yaml:2:1: groups is read from schemaVersion: 2 on\n"
                        + "m.yaml:6:30: an account has another type; it has to be a text\n"
                        + "m.yaml:6:46: until is read from schemaVersion: 2 on");
    }

    @Test
    void finds_the_version_at_any_place() {
        assertThat(grants("""
                        {"groups": {"prod": {"accounts": ["20000"]}},
                         "regions": [{"id": "cn-hongkong", "images": [{"groups": ["prod"], "id": "m-1"}]}],
                         "schemaVersion": 2}
                        """)).isEqualTo("m-1 forever 20000");
    }

    @Test
    void counts_the_members_of_groups_in_the_total() {
        String exported = "exported: true\n" + BEGINNING + "      - {id: m-1, groups: [prod], accounts: [\"30000\"]}\n";

        assertThat(read(exported + "total: {images: 1, targets: 2}\n", ListFiles.NONE)
                        .regions())
                .hasSize(1);
        assertRefused(
                exported + "total: {images: 1, targets: 1}\n",
                ListFiles.NONE,
                "m.yaml:10:1: something is missing or was changed: total says 1 images with 1 targets, and there are"
                        + " 1 images with 2 targets; export it again, or write what you want it to hold:"
                        + " total: {images: 1, targets: 2}");
    }

    private static Manifest read(String text, ListFiles files) {
        return ManifestReader.read("m.yaml", text, files);
    }

    private static void assertRefused(String text, ListFiles files, String complaints) {
        assertThatThrownBy(() -> read(text, files))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessage(complaints);
    }

    private static String grants(String text) {
        return grants(text, ListFiles.NONE);
    }

    /** One line for each image and end date. */
    private static String grants(String text, ListFiles files) {
        return read(text, files).regions().stream()
                .flatMap(region -> region.images().stream())
                .flatMap(image -> image.grants().stream().map(grant -> line(image, grant)))
                .collect(joining("\n"));
    }

    private static String line(ImageTargets image, Grant grant) {
        TargetQuery targets = grant.targets();
        Stream<?> named = Stream.of(
                        targets.accounts(),
                        targets.ownDirectory() ? List.of("own") : List.of(),
                        targets.directory().stream().toList(),
                        targets.folders(),
                        targets.folderPaths())
                .flatMap(List::stream);
        return image.image() + " " + (grant.until() == null ? "forever" : grant.until())
                + named.map(target -> " " + target).collect(joining());
    }
}

package dev.shareimage.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.domain.Messages;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables fit the terminal or pipe that they are written to. */
class TableTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final String FOLDER = "rd-3G0000/r-Wm0000/fd-Jyl5U70000";

    @Test
    void a_list_that_fits_is_one_table() {
        assertThat(listing(120)).isEqualTo("""
                IMAGE ID               IMAGE NAME           ENCRYPTED  TYPE     SHARED WITH       SHARED AT    TRUSTED
                m-hk0cmk0000000000001  golden-image-2026-1  yes        account  2000000000000002  3 days ago   yes
                m-hk0cmk0000000000001  golden-image-2026-1  yes        account  2000000000000003  2 hours ago  no
                m-hk0cmk0000000000002  plain                no         account  2000000000000002  just now     -
                m-hk0cmk0000000000003  unshared             yes        -        -                 -            -
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80})
    void a_list_that_does_not_fit_is_grouped_by_image(int columns) {
        assertThat(listing(columns)).isEqualTo("""
                  TYPE     SHARED WITH       SHARED AT    TRUSTED
                m-hk0cmk0000000000001  golden-image-2026-1  encrypted
                  account  2000000000000002  3 days ago   yes
                  account  2000000000000003  2 hours ago  no
                m-hk0cmk0000000000002  plain  not encrypted
                  account  2000000000000002  just now     -
                m-hk0cmk0000000000003  unshared  encrypted
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "60, m-hk0cmk0000000000001  golden-image…  encrypted  cn-hongkong",
        "52, m-hk0cmk0000000000001  golden-image-fo…  cn-hongkong",
        "48, m-hk0cmk0000000000001  golden-imag…  cn-hongkong",
        "40, m-hk0cmk0000000000001  cn-hongkong"
    })
    void the_line_of_an_image_keeps_its_region_and_shortens_its_name(int columns, String heading) {
        Table table = Table.of("imageId", "imageName", "encrypted", "target", "status", "code", "region")
                .row(
                        "m-hk0cmk0000000000001",
                        "golden-image-for-the-web-2026",
                        "yes",
                        "2000000000000002",
                        "shared",
                        "",
                        "cn-hongkong")
                .build();

        assertThat(written(new AlignedFormat(screen(columns, "en"), List.of(), false), table)
                        .lines()
                        .skip(1)
                        .findFirst())
                .contains(heading);
    }

    @Test
    void a_file_gets_times_in_iso_however_wide_that_is() {
        String text = written(new AlignedFormat(Screen.paper("en"), List.of(), true), listing());

        assertThat(text.lines().skip(1).findFirst())
                .contains("m-hk0cmk0000000000001  golden-image-2026-1  yes        account  2000000000000002"
                        + "  2026-11-23T12:00:00Z  yes");
    }

    @ParameterizedTest
    @CsvSource({"60", "80", "100", "120"})
    void no_line_is_wider_than_the_terminal_and_no_id_is_cut(int columns) {
        Table table = Table.of(ReportResult.COLUMNS)
                .row(
                        "m-hk0cmk0000000000001",
                        "an image with a rather long name",
                        "folder",
                        FOLDER,
                        "already-shared",
                        "",
                        "",
                        "cn-hongkong")
                .row(
                        "m-hk0cmk0000000000001",
                        "an image with a rather long name",
                        "account",
                        "2000000000000002",
                        "failed",
                        "the cloud knows no such account, which somebody has closed",
                        "InvalidAccount.NotFound",
                        "cn-hongkong")
                .build();

        String text = written(new AlignedFormat(screen(columns, "en"), List.of(), false), table);

        assertThat(text.lines())
                .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(columns));
        assertThat(text).contains("m-hk0cmk0000000000001", FOLDER, "2000000000000002", "failed");
        assertThat(text.contains("the cloud")).isEqualTo(columns >= 80);
    }

    @Test
    void sentences_are_shortened_with_an_ellipsis() {
        Table table = Table.of("status", "check", "message")
                .row("pass", "image-found", "image m-1 is there and can be looked at")
                .build();

        assertThat(written(new AlignedFormat(screen(40, "en"), List.of(), false), table))
                .isEqualTo("""
                STATUS  CHECK        MESSAGE
                pass    image-found  image m-1 is there…
                """);
    }

    @Test
    void where_even_ids_are_too_wide_each_value_has_a_line() {
        Table table = Table.of("regionId", "target")
                .row("cn-hongkong", FOLDER)
                .row("cn-beijing", "2")
                .build();

        assertThat(written(new AlignedFormat(screen(30, "en"), List.of(), false), table))
                .isEqualTo("""
                REGION ID  cn-hongkong
                TARGET     rd-3G0000/r-Wm0000/fd-Jyl5U70000

                REGION ID  cn-beijing
                TARGET     2
                """);
    }

    @Test
    void wide_characters_are_aligned_and_words_translated() {
        Table table = Table.of("imageId", "imageName", "trusted")
                .row("m-1", "黄金イメージ", "yes")
                .row("m-2", "⚡e\u0301", "no")
                .build();

        assertThat(written(new AlignedFormat(screen(80, "ja"), List.of(), false), table))
                .isEqualTo("""
                イメージ ID  イメージ名    信頼
                m-1          黄金イメージ  はい
                m-2          ⚡é           いいえ
                """.replace("é", "e\u0301"));
    }

    @Test
    void chosen_columns_are_shown_in_their_order_even_if_empty() {
        Table chosen = listing().select(List.of("trusted", "resourceShareId", "imageId"));

        assertThat(written(new AlignedFormat(screen(60, "en"), chosen.header(), false), chosen))
                .startsWith("""
                TRUSTED  RESOURCE SHARE ID  IMAGE ID
                yes      -                  m-hk0cmk0000000000001
                """);
    }

    @Test
    void colors_say_the_same_as_elsewhere() {
        Screen colorful = new Screen(80, true, true, () -> Messages.load("table", "en"), NOW);
        Table table = Table.of("target", "status")
                .row("2000000000000002", "failed")
                .row("2000000000000003", "shared")
                .build();

        assertThat(written(new AlignedFormat(colorful, List.of(), false), table))
                .isEqualTo("""
                TARGET            STATUS
                2000000000000002  \u001B[31mfailed\u001B[0m
                2000000000000003  \u001B[32mshared\u001B[0m
                """);
    }

    private static Screen screen(int columns, String language) {
        return new Screen(columns, true, false, () -> Messages.load("table", language), NOW);
    }

    private static String listing(int columns) {
        return written(new AlignedFormat(screen(columns, "en"), List.of(), false), listing());
    }

    private static String written(AlignedFormat format, Table table) {
        StringBuilder text = new StringBuilder();
        try (TextSink out = new TextSink(text::append)) {
            format.write(table, out);
        }
        return text.toString();
    }

    private static Table listing() {
        String golden = "golden-image-2026-1";
        String first = "m-hk0cmk0000000000001";
        return Table.of(
                        "imageId",
                        "imageName",
                        "encrypted",
                        "type",
                        "sharedWith",
                        "sharedAt",
                        "trusted",
                        "resourceShareId")
                .row(first, golden, "yes", "account", "2000000000000002", "2026-11-23T12:00:00Z", "yes", "")
                .row(first, golden, "yes", "account", "2000000000000003", "2026-11-26T09:59:00Z", "no", "")
                .row(
                        "m-hk0cmk0000000000002",
                        "plain",
                        "no",
                        "account",
                        "2000000000000002",
                        "2026-11-26T11:59:30Z",
                        "",
                        "")
                .row("m-hk0cmk0000000000003", "unshared", "yes", "", "", "", "", "")
                .build();
    }
}

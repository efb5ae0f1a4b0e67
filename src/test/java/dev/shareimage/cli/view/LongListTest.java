package dev.shareimage.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.sun.management.ThreadMXBean;
import dev.shareimage.app.ShareListing;
import dev.shareimage.app.ShareListing.ListedImage;
import dev.shareimage.app.ShareListing.ListedShare;
import dev.shareimage.cli.options.OutputOptions.Format;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** 1,000 images × 200 accounts: the output does not have to fit into memory. */
class LongListTest {

    private static final int IMAGES = 1000;
    private static final int ACCOUNTS = 200;
    private static final int MAX_PIECE = 32_768;
    private static final RegionId REGION = new RegionId("cn-hongkong");

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"TABLE", "TSV", "JSON", "YAML", "CSV"})
    void is_written_in_small_pieces(Format format) {
        List<Integer> pieces = new ArrayList<>();
        try (TextSink out = new TextSink(piece -> pieces.add(piece.length()))) {
            ResultFormat.of(format, () -> Screen.paper("en"), List.of()).write(listing(IMAGES, ACCOUNTS), out);
        }

        assertThat(Collections.max(pieces)).isLessThan(MAX_PIECE);
        assertThat(pieces.stream().mapToLong(Integer::longValue).sum()).isGreaterThan(10_000_000);
    }

    @ParameterizedTest
    @CsvSource({"TSV, 600", "CSV, 1200", "JSON, 2000"})
    void leaves_little_garbage_for_each_row(Format format, long maxBytes) {
        ResultFormat form = ResultFormat.of(format, () -> Screen.paper("en"), List.of());
        ListingResult listing = listing(100, ACCOUNTS);
        TextSink nowhere = new TextSink(piece -> {});
        form.write(listing, nowhere);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        long before = threads.getCurrentThreadAllocatedBytes();
        form.write(listing, nowhere);

        assertThat((threads.getCurrentThreadAllocatedBytes() - before) / (100 * ACCOUNTS))
                .isLessThan(maxBytes);
    }

    @Test
    void is_the_same_document_as_yaml() throws IOException {
        String written = ResultFormat.of(Format.YAML, () -> Screen.paper("en"), List.of())
                .write(listing(3, 2));

        assertThat(new YAMLMapper().readTree(written))
                .isEqualTo(new YAMLMapper().readTree(listing(3, 2).document().toString()));
    }

    @Test
    void has_every_share_in_the_document_once() throws JsonException {
        JsonNode written = Json.parse(ResultFormat.of(Format.JSON, () -> Screen.paper("en"), List.of())
                .write(listing(3, 2)));

        assertThat(written.path("images").findValuesAsText("id"))
                .containsExactly(id(0), id(1), id(0), id(1), id(0), id(1));
        assertThat(written).isEqualTo(Json.parse(listing(3, 2).document().toString()));
    }

    @Test
    void items_without_rows_are_passed_over() {
        NestedRows<Integer> rows = new NestedRows<>(
                List.of(0, 2, 0, 0, 1, 0), count -> count, (count, number) -> new String[] {count + "." + number});

        assertThat(rows).containsExactly(List.of("2.0"), List.of("2.1"), List.of("1.0"));
    }

    private static ListingResult listing(int images, int accounts) {
        List<ListedShare> shares = new ArrayList<>();
        for (int i = 0; i < accounts; i++) {
            shares.add(new ListedShare("account", id(i), Instant.EPOCH, true, null));
        }
        List<ListedImage> listed = new ArrayList<>();
        for (int i = 0; i < images; i++) {
            listed.add(new ListedImage(new ImageRef(REGION, new ImageId("m-" + i)), "golden", true, shares, null));
        }
        return new ListingResult(
                "list-shares",
                new ShareListing(
                        List.of(REGION),
                        new AccountId("1000000000000001"),
                        listed,
                        List.of(),
                        List.of(),
                        true,
                        List.of(),
                        Map.of()),
                listed,
                null,
                false);
    }

    private static String id(int number) {
        return Long.toString(2_000_000_000_000_000L + number);
    }
}

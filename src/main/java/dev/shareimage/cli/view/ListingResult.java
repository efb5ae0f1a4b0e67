package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.app.ShareListing;
import dev.shareimage.app.ShareListing.ListedImage;
import dev.shareimage.app.ShareListing.ListedShare;
import dev.shareimage.domain.json.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The list of who has which image.
 *
 * @param shown the images to show
 * @param problem the images that were not found, or null
 * @param ends whether a manifest gives the ends of the shares
 */
public record ListingResult(
        String command,
        ShareListing listing,
        List<ListedImage> shown,
        @Nullable Problem problem,
        boolean ends) implements Result {

    public static final List<String> COLUMNS = List.of(
            "imageId",
            "imageName",
            "encrypted",
            "type",
            "sharedWith",
            "sharedAt",
            "trusted",
            "resourceShareId",
            "region",
            "source");

    /** The columns with the last day of each share. */
    public static final List<String> COLUMNS_WITH_ENDS =
            Stream.concat(COLUMNS.stream(), Stream.of("until")).toList();

    public ListingResult {
        shown = List.copyOf(shown);
    }

    @Override
    public JsonNode document() {
        ObjectNode document = Documents.start(command, status());
        document.put(
                "region",
                listing.onlyRegion() == null ? null : listing.onlyRegion().value());
        document.put("account", listing.account().value());
        document.set("images", ArrayView.of(shown, ListingResult::image));
        document.set("trustedButNotShared", Documents.strings(listing.trustedButNotShared()));
        if (!listing.notes().isEmpty()) {
            document.set("notes", Documents.strings(listing.notes()));
        }
        if (problem != null) {
            document.set("error", problem.document());
        }
        return document;
    }

    private String status() {
        return problem == null ? "succeeded" : listing.images().isEmpty() ? "failed" : "partial";
    }

    @Override
    public Table table() {
        Times times = new Times();
        return new Table(
                ends ? COLUMNS_WITH_ENDS : COLUMNS,
                new NestedRows<>(
                        shown,
                        image -> Math.max(1, image.shares().size()),
                        (image, number) -> withEnd(image, number, row(image, number, times))));
    }

    private String[] withEnd(ListedImage image, int number, String[] row) {
        if (!ends) {
            return row;
        }
        String[] longer = Arrays.copyOf(row, row.length + 1);
        longer[row.length] = image.shares().isEmpty()
                ? ""
                : Objects.toString(image.shares().get(number).until(), "");
        return longer;
    }

    private static String[] row(ListedImage image, int number, Times times) {
        String id = image.imageId().value();
        String encrypted = word(image.encrypted());
        String source = Objects.toString(image.source(), "");
        if (image.shares().isEmpty()) {
            return new String[] {
                id, image.name(), encrypted, "", "", "", "", "", image.region().value(), source
            };
        }
        ListedShare share = image.shares().get(number);
        return new String[] {
            id,
            image.name(),
            encrypted,
            share.type(),
            share.id(),
            times.of(share.sharedAt()),
            word(share.trusted()),
            Objects.toString(share.resourceShareId(), ""),
            image.region().value(),
            source
        };
    }

    private static ObjectNode image(ListedImage image) {
        ObjectNode document = Json.object()
                .put("imageId", image.imageId().value())
                .put("imageName", image.name())
                .put("region", image.region().value())
                .put("encrypted", image.encrypted());
        if (image.source() != null) {
            document.put("source", image.source().toString());
        }
        ArrayNode shares = document.putArray("shares");
        for (ListedShare share : image.shares()) {
            ObjectNode entry = shares.addObject()
                    .put("type", share.type())
                    .put("id", share.id())
                    .put(
                            "sharedAt",
                            share.sharedAt() == null ? null : share.sharedAt().toString())
                    .put("trusted", share.trusted())
                    .put("resourceShareId", share.resourceShareId());
            if (share.until() != null) {
                entry.put("until", share.until().toString());
            }
        }
        return document;
    }

    private static String word(@Nullable Boolean value) {
        return value == null ? "" : value ? "yes" : "no";
    }
}

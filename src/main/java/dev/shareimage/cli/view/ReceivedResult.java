package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.app.verify.ReceivedImage;
import dev.shareimage.app.verify.ReceivedListing;
import dev.shareimage.domain.RegionId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The images that the account has received. */
public record ReceivedResult(String command, ReceivedListing listing) implements Result {

    public static final List<String> COLUMNS = List.of(
            "region", "imageId", "imageName", "owner", "state", "encrypted", "through", "resourceShareId", "since");

    @Override
    public JsonNode document() {
        ObjectNode document = Documents.start(command, status());
        RegionId region = listing.regions().size() == 1 ? listing.regions().get(0) : null;
        document.put("region", region == null ? null : region.value());
        document.put("account", listing.account().value());
        ArrayNode images = document.putArray("images");
        listing.images().forEach(image -> images.add(image(image, images)));
        document.putObject("calls")
                .put("made", listing.calls().made())
                .put("retried", listing.calls().retried());
        if (!listing.notes().isEmpty()) {
            document.set("notes", Documents.strings(listing.notes()));
        }
        if (listing.failure() != null) {
            document.set("error", Problem.of(listing.failure()).document());
        }
        return document;
    }

    private String status() {
        return listing.failure() == null ? "succeeded" : listing.images().isEmpty() ? "failed" : "partial";
    }

    private static ObjectNode image(ReceivedImage image, ArrayNode parent) {
        return parent.objectNode()
                .put("region", image.region().value())
                .put("imageId", image.id().value())
                .put("imageName", image.name())
                .put("owner", image.owner() == null ? null : image.owner().value())
                .put("state", image.state())
                .put("encrypted", image.encrypted())
                .put("through", image.through())
                .put("resourceShareId", image.resourceShareId())
                .put("since", image.since() == null ? null : image.since().toString());
    }

    @Override
    public Table table() {
        Table.Builder table = Table.of(COLUMNS);
        for (ReceivedImage image : listing.images()) {
            table.row(
                    image.region().value(),
                    image.id().value(),
                    image.name(),
                    Objects.toString(image.owner(), ""),
                    image.state(),
                    word(image.encrypted()),
                    Objects.toString(image.through(), ""),
                    Objects.toString(image.resourceShareId(), ""),
                    time(image.since()));
        }
        return table.build();
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "" : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String word(@Nullable Boolean value) {
        return value == null ? "" : value ? "yes" : "no";
    }
}

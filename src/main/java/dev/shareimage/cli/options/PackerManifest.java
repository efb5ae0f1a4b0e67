package dev.shareimage.cli.options;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import java.util.ArrayList;
import java.util.List;

/**
 * The images of the last run in Packer's {@code packer-manifest.json} (Packer documentation, manifest post-processor):
 * the builds whose {@code packer_run_uuid} is {@code last_run_uuid}.
 *
 * @param passedOver builders of other clouds in that run
 */
record PackerManifest(List<ImageRef> images, List<String> passedOver) {

    /** The artifact is a list of {@code REGION:IMAGE} pairs, separated by commas. */
    private static final String BUILDER = "alicloud-ecs";

    /** The maximum size. Each run of Packer adds to the file. */
    private static final int MAX_TOKENS = 2_000_000;

    /**
     * Parses the text.
     *
     * @throws InvalidValueException if it is no such manifest, or if its last run made no image
     */
    static PackerManifest read(String name, String text) {
        try {
            return new Reader(name).read(Json.parse(text, MAX_TOKENS));
        } catch (JsonException e) {
            throw new InvalidValueException(name + ": this is not JSON: " + e.getMessage());
        }
    }

    private record Reader(String name) {

        PackerManifest read(JsonNode manifest) {
            JsonNode builds = manifest.path("builds");
            String last = manifest.path("last_run_uuid").asText();
            if (!builds.isArray() || last.isEmpty()) {
                throw wrong("this is not a manifest of Packer: it lacks builds or last_run_uuid");
            }
            List<ImageRef> images = new ArrayList<>();
            List<String> others = new ArrayList<>();
            for (JsonNode build : builds) {
                if (build.path("packer_run_uuid").asText().equals(last)) {
                    take(build, images, others);
                }
            }
            if (images.isEmpty()) {
                throw wrong("the last run, " + Quoting.visible(last) + ", made no image with builder " + BUILDER);
            }
            return new PackerManifest(
                    List.copyOf(images), others.stream().distinct().toList());
        }

        private void take(JsonNode build, List<ImageRef> images, List<String> others) {
            String builder = build.path("builder_type").asText();
            if (!builder.equals(BUILDER)) {
                others.add(Quoting.visible(builder));
                return;
            }
            for (String pair : build.path("artifact_id").asText().split(",", -1)) {
                try {
                    images.add(ImageRef.parse(pair.strip()));
                } catch (InvalidValueException e) {
                    throw wrong("artifact_id of builder " + BUILDER + ": " + e.getMessage());
                }
            }
        }

        private InvalidValueException wrong(String sentence) {
            return new InvalidValueException(name + ": " + sentence);
        }
    }
}

package dev.shareimage.resilience;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.sandbox.MoreImages;
import dev.shareimage.sandbox.Sandbox;
import dev.shareimage.sandbox.world.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Three regions with twenty images each, thirty recipients for each image, and a manifest with all of them. */
final class LargeManifest {

    static final String FILE = "images.yaml";
    static final int IMAGES = 20;
    static final int RECIPIENTS = 30;

    private static final Map<String, String> ORIGINALS = new TreeMap<>(Map.of(
            "cn-hongkong", "m-hk0cmk0000000000001",
            "cn-beijing", "m-bj0cmk0000000000001",
            "ap-southeast-1", "m-sg0cmk0000000000001"));

    private final SandboxFixture sandbox;

    /** Adds the images to the local cloud, and writes the manifest and its list. */
    LargeManifest(SandboxFixture sandbox) throws IOException {
        this.sandbox = sandbox;
        sandbox.takeAllImagesAway();
        sandbox.sandbox().store().<Boolean, RuntimeException>transact(world -> {
            ORIGINALS.forEach((region, id) -> {
                Image original = world.images().find(region, id).orElseThrow();
                ids(region).forEach(copy -> world.images().put(MoreImages.like(original, Sandbox.OWNER, copy)));
            });
            return true;
        });
        Files.writeString(home().resolve("recipients.txt"), String.join("\n", recipients()) + "\n");
        Files.writeString(home().resolve(FILE), text());
    }

    /** Also asks for a copy in Singapore of each image of the other regions. */
    LargeManifest withCopies() throws IOException {
        Files.writeString(
                home().resolve(FILE), text().replace("regions:", "defaults: {copies: {ap-southeast-1: }}\nregions:"));
        return this;
    }

    private Path home() {
        return sandbox.home();
    }

    static SortedSet<String> recipients() {
        return new TreeSet<>(List.of(SandboxFixture.accounts(RECIPIENTS).split(",")));
    }

    static Set<String> regions() {
        return ORIGINALS.keySet();
    }

    static List<String> ids(String region) {
        List<String> ids = new ArrayList<>();
        for (int number = 1; number <= IMAGES; number++) {
            ids.add(String.format(Locale.ROOT, "m-%s%02d", region.replace("-", ""), number));
        }
        return ids;
    }

    void assertAllShared() {
        State state = sandbox.state();
        regions()
                .forEach(region -> assertThat(ids(region))
                        .allSatisfy(id -> assertThat(state.shares(id)).isEqualTo(recipients())));
        assertThat(state.trusted()).hasSizeGreaterThanOrEqualTo(RECIPIENTS);
    }

    /** One copy of each image, each shared with all recipients. */
    void assertAllCopied() {
        assertThat(CopyToTest.copies(sandbox))
                .hasSize(2 * IMAGES)
                .allSatisfy(copy -> assertThat(copy).contains(" Available "))
                .extracting(copy -> new TreeSet<>(
                        List.of(copy.replaceAll(".* for \\[|]", "").split(", "))))
                .containsOnly(new TreeSet<>(recipients()));
    }

    private static String text() {
        String regions = ORIGINALS.keySet().stream()
                .map(region -> "  - id: " + region + "\n    images:\n"
                        + ids(region).stream()
                                .map(id -> "      - {id: " + id + ", groups: [prod]}\n")
                                .collect(joining()))
                .collect(joining());
        return "schemaVersion: 2\ngroups:\n  prod: {accounts: \"@recipients.txt\"}\nregions:\n" + regions;
    }
}

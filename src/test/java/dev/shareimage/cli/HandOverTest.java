package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code share --hand-over} writes the file that the recipient needs, and overwrites no other file. */
class HandOverTest {

    private static final String RECIPIENT = "2000000000000002";

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({"en, Images that are shared with you", "ja, 共有されたイメージ", "zh, 共享给您的镜像"})
    void contains_all_that_the_recipient_needs_in_the_requested_language(String language, String title)
            throws IOException {
        try (OwnerAndRecipient sides = new OwnerAndRecipient(home, RECIPIENT)) {
            assertThat(share(sides, "--hand-over", "send.md", "--lang", language)
                            .exitCode())
                    .isZero();

            assertThat(home.resolve("send.md"))
                    .content()
                    .contains(
                            title,
                            "1000000000000001",
                            OwnerAndRecipient.IMAGE,
                            "golden-image",
                            "cn-hongkong",
                            RECIPIENT,
                            "\nshare-image verify --region cn-hongkong --image-id " + OwnerAndRecipient.IMAGE + "\n",
                            "aliyun ecs RunInstances --RegionId cn-hongkong --ImageId " + OwnerAndRecipient.IMAGE,
                            "\"ecs:RunInstances\"")
                    .doesNotContain("--profile", "--endpoint");
            assertThat(left()).containsExactly("send.md");
        }
    }

    @Test
    void the_command_in_it_passes_at_the_recipients_side() throws IOException {
        try (OwnerAndRecipient sides = new OwnerAndRecipient(home, RECIPIENT)) {
            share(sides, "--hand-over", "send.md");
            List<String> words = Files.readAllLines(home.resolve("send.md")).stream()
                    .filter(line -> line.startsWith("share-image verify"))
                    .map(line -> List.of(line.split(" ")))
                    .findFirst()
                    .orElseThrow();

            assertThat(sides.recipient(words.subList(1, words.size()).toArray(String[]::new))
                            .exitCode())
                    .isZero();
        }
    }

    /** One account has not activated KMS, one has no role, and one has everything. */
    @ParameterizedTest
    @ValueSource(strings = {"2000000000000030", "2000000000000003", "2000000000000002"})
    void its_commands_alone_lead_from_an_untouched_account_to_an_instance(String recipient) throws IOException {
        try (OwnerAndRecipient sides = new OwnerAndRecipient(home, recipient)) {
            CommandLineRun.Outcome shared = sides.owner(
                    "share",
                    "--image-id",
                    OwnerAndRecipient.IMAGE,
                    "--accounts",
                    recipient,
                    "--yes",
                    "--hand-over",
                    "send.md",
                    "-o",
                    "json");
            List<String> commands = Files.readAllLines(home.resolve("send.md")).stream()
                    .filter(line -> line.startsWith("aliyun "))
                    .filter(line -> recipient.endsWith("30") || !line.contains(" OpenKmsService"))
                    .filter(line -> !recipient.endsWith("02") || !line.startsWith("aliyun ram "))
                    .toList();

            assertThat(commands).last().asString().contains("RunInstances");
            assertThat(sides.pasteAsRecipient(commands)).isEqualTo("200");
            assertThat(texts(OwnerAndRecipient.json(shared).at("/recipient/commands")))
                    .containsAll(commands);
        }
    }

    /** The account already has the role and its policy, as after a first time. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ja", "zh"})
    void whoever_pastes_the_commands_for_the_role_again_was_told_what_the_answers_mean(String language)
            throws IOException {
        try (OwnerAndRecipient sides = new OwnerAndRecipient(home, RECIPIENT)) {
            share(sides, "--hand-over", "send.md", "--lang", language);
            List<String> lines = Files.readAllLines(home.resolve("send.md"));
            List<String> commands = lines.stream()
                    .filter(line -> line.startsWith("aliyun ram "))
                    .toList();

            assertThat(commands)
                    .extracting(sides::pasteOneAsRecipient)
                    .containsExactly("409 EntityAlreadyExists.Role", "409 EntityAlreadyExists.Role.Policy");
            assertThat(lines)
                    .filteredOn(line -> line.contains("EntityAlreadyExists"))
                    .singleElement()
                    .asString()
                    .containsPattern("EntityAlreadyExists\\.Role\\b(?!\\.)")
                    .contains("EntityAlreadyExists.Role.Policy");
        }
    }

    @Test
    void plain_images_are_told_apart_from_encrypted_ones() throws IOException {
        try (OwnerAndRecipient sides = new OwnerAndRecipient(home, RECIPIENT)) {
            sides.owner(
                    "share",
                    "--image-id",
                    OwnerAndRecipient.IMAGE + ",m-hk0plain00000000001",
                    "--accounts",
                    RECIPIENT,
                    "--yes",
                    "--hand-over",
                    "send.md");

            List<String> launches = Files.readAllLines(home.resolve("send.md")).stream()
                    .filter(line -> line.contains(" RunInstances "))
                    .toList();
            assertThat(launches).hasSize(2);
            assertThat(launches.get(0)).contains(OwnerAndRecipient.IMAGE, "--SystemDisk.Encrypted true");
            assertThat(launches.get(1)).contains("m-hk0plain00000000001").doesNotContain("Encrypted");
            sides.pasteAsRecipient(launches.subList(1, 2));
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    @Test
    void names_each_image_with_its_own_region() {
        try (OwnerAndRecipient sides = new OwnerAndRecipient(home, RECIPIENT)) {
            CommandLineRun.Outcome shared = sides.owner(
                    "share",
                    "--image-id",
                    "cn-hongkong:" + OwnerAndRecipient.IMAGE + ",ap-southeast-1:m-sg0cmk0000000000001",
                    "--accounts",
                    RECIPIENT,
                    "--yes",
                    "--hand-over",
                    "send.md");

            assertThat(shared.exitCode()).as(shared.err()).isZero();
            assertThat(home.resolve("send.md"))
                    .content()
                    .containsPattern("- .*" + OwnerAndRecipient.IMAGE + ".*cn-hongkong.*" + RECIPIENT)
                    .containsPattern("- .*m-sg0cmk0000000000001.*ap-southeast-1.*" + RECIPIENT)
                    .contains(
                            "share-image verify --region cn-hongkong --image-id " + OwnerAndRecipient.IMAGE,
                            "share-image verify --region ap-southeast-1 --image-id m-sg0cmk0000000000001");
        }
    }

    @Test
    void programs_get_the_same() {
        try (OwnerAndRecipient sides = new OwnerAndRecipient(home, RECIPIENT)) {
            JsonNode recipient =
                    OwnerAndRecipient.json(share(sides, "-o", "json")).path("recipient");

            assertThat(recipient.path("owner").asText()).isEqualTo("1000000000000001");
            assertThat(recipient.at("/verify/0").asText())
                    .isEqualTo("share-image verify --region cn-hongkong --image-id " + OwnerAndRecipient.IMAGE);
            assertThat(recipient.at("/policy/Statement").isEmpty()).isFalse();
        }
    }

    @Test
    void an_earlier_one_is_replaced_and_a_foreign_file_is_not() throws IOException {
        try (OwnerAndRecipient sides = new OwnerAndRecipient(home, RECIPIENT)) {
            share(sides, "--hand-over", "send.md");
            assertThat(share(sides, "--hand-over", "send.md").exitCode()).isZero();
            Files.writeString(home.resolve("notes.md"), "mine");

            CommandLineRun.Outcome refused = share(sides, "--hand-over", "notes.md");
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.err()).contains("notes.md", "--force");
            assertThat(home.resolve("notes.md")).hasContent("mine");
            assertThat(share(sides, "--hand-over", "notes.md", "--force").exitCode())
                    .isZero();
            assertThat(home.resolve("notes.md")).content().contains("share-image verify");
        }
    }

    @Test
    void nothing_is_called_where_it_cannot_be_written() {
        try (OwnerAndRecipient sides = new OwnerAndRecipient(home, RECIPIENT)) {
            CommandLineRun.Outcome refused = share(sides, "--hand-over", "nowhere/send.md");

            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(sides.recipient("verify", "--image-id", OwnerAndRecipient.IMAGE)
                            .exitCode())
                    .isEqualTo(3);
        }
    }

    private static CommandLineRun.Outcome share(OwnerAndRecipient sides, String... more) {
        return sides.owner(Stream.concat(
                        Stream.of("share", "--image-id", OwnerAndRecipient.IMAGE, "--accounts", RECIPIENT, "--yes"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private List<String> left() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(home)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name ->
                            !name.startsWith(".aliyun") && !name.startsWith(".local") && !name.startsWith(".share"))
                    .forEach(names::add);
        }
        return names;
    }
}

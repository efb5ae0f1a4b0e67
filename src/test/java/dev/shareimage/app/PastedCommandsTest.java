package dev.shareimage.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.domain.RegionId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PastedCommandsTest {

    private static final Optional<RegionId> HONG_KONG = Optional.of(new RegionId("cn-hongkong"));

    private final PastedCommands plain = new PastedCommands(Optional.empty(), HONG_KONG, List.of(), Optional.empty());

    @Test
    void carries_profile_and_endpoints() {
        PastedCommands commands = new PastedCommands(
                Optional.of("prod"),
                HONG_KONG,
                List.of("https://all.example.com", "kms=https://kms.example.com:8443"),
                Optional.empty());

        assertThat(commands.complete("share-image create-role --accounts 2000000000000002"))
                .isEqualTo("share-image create-role --profile prod --endpoint https://all.example.com"
                        + " --endpoint kms=https://kms.example.com:8443 --accounts 2000000000000002");
        assertThat(commands.complete("aliyun kms EnableKey --region cn-hongkong --KeyId k, or aliyun ram GetRole"))
                .isEqualTo("aliyun kms EnableKey --profile prod --endpoint kms.example.com:8443 --region cn-hongkong"
                        + " --KeyId k, or aliyun ram GetRole --profile prod --endpoint all.example.com");
        assertThat(commands.complete("sign in: aliyun configure"))
                .isEqualTo("sign in: aliyun configure --profile prod");
    }

    @Test
    void names_the_region_where_the_command_needs_one_and_has_none() {
        assertThat(plain.complete("share-image list-shares --all-images, and share-image doctor --region eu-central-1"))
                .isEqualTo("share-image list-shares --region cn-hongkong --all-images,"
                        + " and share-image doctor --region eu-central-1");
        assertThat(plain.complete("share-image set-trust --show")).isEqualTo("share-image set-trust --show");
        assertThat(plain.complete("aliyun ecs CopyImage --RegionId a; aliyun kms ListKeys; aliyun ram GetRole"))
                .isEqualTo("aliyun ecs CopyImage --RegionId a; aliyun kms ListKeys --region cn-hongkong;"
                        + " aliyun ram GetRole");
    }

    @Test
    void leaves_commands_alone_that_do_not_reach_the_cloud() {
        PastedCommands commands =
                new PastedCommands(Optional.of("prod"), HONG_KONG, List.of(), Optional.of("--sandbox"));
        String sentence = "share-image check-region --all, share-image policy operator, share-image: share-image help";

        assertThat(commands.complete(sentence)).isEqualTo(sentence);
    }

    @Test
    void stays_in_the_sandbox() {
        PastedCommands commands =
                new PastedCommands(Optional.of("prod"), HONG_KONG, List.of(), Optional.of("--sandbox=my world"));

        assertThat(commands.complete("share-image create-role; aliyun kms ListKeys; aliyun configure"))
                .isEqualTo("share-image create-role '--sandbox=my world'; aliyun kms ListKeys --endpoint 127.0.0.1:8787"
                        + " --insecure --region cn-hongkong; aliyun configure");
    }

    @Test
    void quotes_for_a_shell() {
        PastedCommands commands =
                new PastedCommands(Optional.of("it's mine; rm"), HONG_KONG, List.of(), Optional.empty());

        assertThat(commands.complete("share-image create-role"))
                .isEqualTo("share-image create-role --profile 'it'\\''s mine; rm'");
    }

    @Test
    void prints_the_whole_command_with_the_region_of_an_image_that_was_typed() {
        PastedCommands commands = new PastedCommands(
                Optional.of("prod"),
                HONG_KONG,
                List.of("https://all.example.com"),
                Optional.empty(),
                List.of("share", "--image-id=m-1,m-12", "--hand-over", "my file", "--profile", "prod"));
        String whole = "name it: share-image share --endpoint https://all.example.com"
                + " --image-id=cn-beijing:m-1,m-12 --hand-over 'my file' --profile prod";

        assertThat(commands.complete("name it: --image-id cn-beijing:m-1")).isEqualTo(whole);
        assertThat(commands.complete(whole)).isEqualTo(whole);
        assertThat(commands.complete("name it: --image-id cn-beijing:m-2"))
                .isEqualTo("name it: --image-id cn-beijing:m-2");
        assertThat(plain.complete("name it: --image-id cn-beijing:m-1"))
                .isEqualTo("name it: --image-id cn-beijing:m-1");
    }

    @Test
    void completes_once() {
        PastedCommands commands = new PastedCommands(Optional.of("prod"), HONG_KONG, List.of(), Optional.empty());
        String once = commands.complete("fix: share-image list-shares --all-images; aliyun kms ListKeys");

        assertThat(commands.complete(once)).isEqualTo(once);
    }
}

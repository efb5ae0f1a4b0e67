package dev.shareimage.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that are wider than a terminal. */
class WordWrapTest {

    private static final String COMMAND = "aliyun kms TagResource --region cn-hongkong --KeyId key-1 --Tags"
            + " '[{\"TagKey\":\"acs:ecs:disk-encryption\",\"TagValue\":\"true and more\"}]'";

    @Test
    void a_line_that_fits_stays_as_it_is() {
        assertThat(WordWrap.lines("  [warning] role: it  is missing ", 33))
                .containsExactly("  [warning] role: it  is missing ");
    }

    @Test
    void a_long_line_is_broken_between_words_and_hangs() {
        assertThat(WordWrap.lines("  [warning] role: the role is missing; it will be created", 32))
                .containsExactly("  [warning] role: the role is", "    missing; it will be created");
    }

    @Test
    void continuation_lines_are_indented_to_their_column() {
        assertThat(WordWrap.lines("pass         image-state: image m-hk0several000000001 is available", 50))
                .containsExactly("pass         image-state: image", "             m-hk0several000000001 is available");
    }

    @Test
    void ids_and_addresses_are_never_broken() {
        assertThat(WordWrap.lines("image m-hk0several000000001 of 127.0.0.1:8787/some-path is there", 20))
                .containsExactly(
                        "image", "  m-hk0several000000001", "  of", "  127.0.0.1:8787/some-path", "  is there");
    }

    @Test
    void a_command_that_does_not_fit_has_a_line_of_its_own_and_nothing_else_in_it() {
        assertThat(WordWrap.lines("      fix: the key lacks a tag: " + COMMAND + "; then run it again", 60))
                .containsExactly("      fix: the key lacks a tag:", "        " + COMMAND, "        then run it again");
    }

    @Test
    void a_command_that_fits_is_in_the_sentence() {
        assertThat(WordWrap.lines(
                        "look again with share-image list-shares --all-images, or say share-image doctor", 60))
                .containsExactly(
                        "look again with share-image list-shares --all-images, or say", "  share-image doctor");
    }

    @Test
    void a_value_with_colons_belongs_to_its_command() {
        String command = "aliyun kms SetDeletionProtection --ProtectedResourceArn acs:kms:cn-hongkong:1000:key/key-1";

        assertThat(WordWrap.lines("fix: " + command + "; then share it", 40))
                .containsExactly("fix:", "  " + command, "  then share it");
    }

    @Test
    void a_command_is_not_broken_where_words_of_it_look_like_words_of_the_sentence() {
        String command = "share-image set-trust --profile images --replace --accounts 2000000000000002";

        assertThat(WordWrap.lines("fix: " + command + " repairs it", 40))
                .containsExactly("fix:", "  " + command, "  repairs it");
    }

    @Test
    void a_short_command_is_a_part_of_the_sentence_at_any_place() {
        assertThat(WordWrap.lines("fix: set the variables, or run aliyun configure, or run on an instance", 40))
                .containsExactly("fix: set the variables, or run", "  aliyun configure, or run on an", "  instance");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see share-image list-shares --region cn-hongkong, then repeat|share-image list-shares --region cn-hongkong",
                "(share-image policy recipient prints it) for all of them here|share-image policy recipient",
                "run share-image export > shares.yaml; or leave it as it now is|share-image export > shares.yaml",
                "run aliyun kms ListKeys && aliyun kms ListAliases. Or leave it|aliyun kms ListKeys && aliyun kms ListAliases",
                "次を実行してください: share-image doctor --image-id m-1、その後|share-image doctor --image-id m-1"
            })
    void commands_are_told_from_the_sentence_around_them(String sentence, String command) {
        for (int columns = command.length() + 8; columns < 70; columns++) {
            assertThat(WordWrap.lines(sentence, columns)).anyMatch(line -> line.contains(command));
        }
    }

    @Test
    void a_command_that_ends_a_sentence_is_pasted_without_its_full_stop() {
        assertThat(WordWrap.lines("look at share-image list-shares --region cn-hongkong. Then repeat.", 40))
                .containsExactly("look at", "  share-image list-shares --region cn-hongkong", "  Then repeat.");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 31, 40, 57, 60})
    void text_of_japan_and_china_is_broken_between_characters_but_not_before_a_stop(int columns) {
        String text = "  [警告] role: ロール AliyunRole がありません。作成されます（「共有」のため）、このロールは必要です。";

        List<String> lines = WordWrap.lines(text, columns);

        assertThat(lines).allMatch(line -> DisplayWidth.of(line) <= columns);
        assertThat(lines).noneMatch(line -> line.strip().matches("[、。」）].*"));
        assertThat(lines).noneMatch(line -> line.matches(".*[「（]"));
        assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
    }

    @Test
    void nothing_is_lost_at_any_width() {
        String text = "      + attach policy AliyunKMSFullAccess (System) to role A, and wait - then go on";

        for (int columns = 1; columns < 90; columns++) {
            assertThat(String.join(" ", WordWrap.lines(text, columns)).strip().replaceAll(" +", " "))
                    .isEqualTo(text.strip());
        }
    }
}

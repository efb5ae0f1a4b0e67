package dev.shareimage.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {

    private final Messages messages = Messages.load("app", "en");

    @Test
    void fills_the_places_and_leaves_other_braces_alone() {
        assertThat(messages.get("key-tagged.untagged.fix", "key-1", "cn-hongkong"))
                .isEqualTo("aliyun kms TagResource --region cn-hongkong --KeyId key-1"
                        + " --Tags '[{\"TagKey\":\"acs:ecs:disk-encryption\",\"TagValue\":\"true\"}]'");
    }

    @Test
    void japanese_and_chinese_have_no_blank_around_their_own_words() {
        Messages japanese = Messages.load("app", "ja");

        assertThat(japanese.get("image-found.present", "この値", "一覧")).isEqualTo("イメージこの値は一覧にあります");
        assertThat(japanese.get("image-found.present", "m-1", "cn-hongkong")).isEqualTo("イメージ m-1 は cn-hongkong にあります");
    }

    @Test
    void does_not_fill_what_was_filled_in() {
        assertThat(messages.get("image-found.present", "{1}", "cn-hongkong")).isEqualTo("image {1} is in cn-hongkong");
    }

    @Test
    void is_english_where_a_language_has_no_sentence() {
        assertThat(Messages.load("app", "tlh").get("role.missing", "R")).isEqualTo("role R is missing");
    }

    @Test
    void knows_what_it_has() {
        assertThat(messages.has("role.missing")).isTrue();
        assertThat(messages.has("role.absent")).isFalse();
        assertThatThrownBy(() -> messages.get("role.absent"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no sentence for role.absent");
    }

    @ParameterizedTest
    @CsvSource({"en, '--lang: x', m-1 (golden)", "ja, '--lang: x', m-1（golden）", "zh, --lang：x, m-1（golden）"})
    void joins_words_with_the_punctuation_of_the_language(String language, String labeled, String named) {
        Messages messages = Messages.load("cli", language);

        assertThat(messages.labeled("--lang", "x")).isEqualTo(labeled);
        assertThat(messages.named("m-1", "golden")).isEqualTo(named);
    }
}

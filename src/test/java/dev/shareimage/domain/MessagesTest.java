package dev.shareimage.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MessagesTest {

    private final Messages messages = Messages.load("app", "en");

    @Test
    void fillsThePlacesAndLeavesOtherBracesAlone() {
        assertThat(messages.get("key-tagged.untagged.fix", "key-1", "cn-hongkong"))
                .isEqualTo("aliyun kms TagResource --region cn-hongkong --KeyId key-1"
                        + " --Tags '[{\"TagKey\":\"acs:ecs:disk-encryption\",\"TagValue\":\"true\"}]'");
    }

    @Test
    void doesNotFillWhatWasFilledIn() {
        assertThat(messages.get("image-found.present", "{1}", "cn-hongkong")).isEqualTo("image {1} is in cn-hongkong");
    }

    @Test
    void isEnglishWhereALanguageHasNoSentence() {
        assertThat(Messages.load("app", "tlh").get("role.missing", "R")).isEqualTo("role R is missing");
    }

    @Test
    void knowsWhatItHas() {
        assertThat(messages.has("role.missing")).isTrue();
        assertThat(messages.has("role.absent")).isFalse();
        assertThatThrownBy(() -> messages.get("role.absent"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no sentence for role.absent");
    }
}

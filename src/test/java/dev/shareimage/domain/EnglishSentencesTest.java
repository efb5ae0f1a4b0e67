package dev.shareimage.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A failure's English message is shown in the language of its reader. */
class EnglishSentencesTest {

    private static final Messages JAPANESE = Messages.load("cli", "ja");

    @ParameterizedTest
    @ValueSource(strings = {"ja", "zh"})
    void every_known_sentence_is_told_in_the_language(String language) {
        Messages english = Messages.load("said", "en");
        Messages translated = Messages.load("said", language);
        Messages any = Messages.load("cli", language);

        for (String key : english.keys()) {
            if (!key.startsWith("part.")) {
                Object[] names = {"Ａ", "Ｂ", "Ｃ"};
                assertThat(any.said(english.get(key, names))).as(key).isEqualTo(translated.get(key, names));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'m' is not an account id: digits only, 16 as a rule, as in 2000000000000002"
                        + " | 'm' はアカウント ID ではありません。数字だけで、通常 16 桁です（例: 2000000000000002）",
                "SHARE_IMAGE_TIMEOUT: this is not a duration, as in 500ms, 30s, 5m or 1h"
                        + " | SHARE_IMAGE_TIMEOUT: この値は時間の長さではありません（例: 500ms、30s、5m、1h）",
                "-f: shares.yaml:7: the region's id is empty; it has to be a text"
                        + " | -f: shares.yaml:7: リージョンの id が空です。テキストが必要です",
                "all 6 attempts at DescribeImages failed; the last time: proxy p:1 cannot be reached"
                        + " | DescribeImages の 6 回の試行がすべて失敗しました。最後の失敗: プロキシ p:1 に接続できません",
                "the certificate of h:443 is not valid now through proxy p:1: expired"
                        + " | h:443 の証明書は現在有効ではありません（プロキシ p:1 経由）: expired",
                "the answer to GetRole cannot be understood: Role.RoleId is missing"
                        + " | GetRole の応答を解釈できません: Role.RoleId がありません"
            })
    void sentences_in_sentences_are_told_too(String english, String japanese) {
        assertThat(JAPANESE.said(english)).isEqualTo(japanese);
    }

    @Test
    void what_the_cloud_says_stays_as_it_is() {
        for (String text : new String[] {
            "The specified ImageId does not exist.", "The parameter Policy is missing", "quota: the limit is 50", ""
        }) {
            assertThat(JAPANESE.said(text)).isEqualTo(text);
        }
    }

    @Test
    void in_english_nothing_is_looked_up() {
        assertThat(Messages.load("cli", "en").said("this is zero; give a longer duration"))
                .isEqualTo("this is zero; give a longer duration");
    }
}

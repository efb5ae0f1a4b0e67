package dev.shareimage.cloud.aliyun.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The specified ImageId does not exist.|The specified ImageId does not exist.",
                "no route to https://ecs.aliyuncs.com/?AccessKeyId=LTAI5tabcdefgh1234&Signature=x%3D|no route to (address)",
                "key LTAI5tAbcdefghij1234 is unknown|key LTAI***1234 is unknown",
                "session STS.L4aBSCSJVMuKg5U1 is over|session STS.***g5U1 is over",
                "AccessKeySecret=abc/def+1= is wrong|AccessKeySecret=*** is wrong",
                "got SecurityToken: CAISxyz== here|got SecurityToken: *** here",
                "{\"Signature\":\"abc=\"}|{\"Signature\":\"***\"}",
                "Signature%3Dabc%26Timestamp|Signature%3D***",
                "Specified signature is not matched with our calculation. server string to sign is:POST&%2F&AccessKeyId%3DLTAI|Specified signature is not matched with our calculation",
            })
    void secrets_are_removed_from_text(String text, String shown) {
        assertThat(Redaction.line(text)).isEqualTo(shown);
    }

    @Test
    void terminal_escapes_and_control_characters_do_not_get_through() {
        assertThat(Redaction.line(
                        "red\u001b[31m text\u001b]0;owned\u0007 over\r\n\ttwo lines\u009b1m \u202Eoops\u0000"))
                .isEqualTo("red text over two lines 1m oops");
    }

    @Test
    void length_is_bounded() {
        assertThat(Redaction.line("x".repeat(1_000_000))).hasSize(601).endsWith("x…");
    }

    @Test
    void short_key_ids_show_nothing() {
        assertThat(Redaction.keyId("LTAI1234")).isEqualTo("***");
        assertThat(Redaction.keyId("LTAI12345")).isEqualTo("LTAI***2345");
    }
}

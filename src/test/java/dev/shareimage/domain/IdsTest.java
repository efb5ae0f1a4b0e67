package dev.shareimage.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    @ParameterizedTest
    @CsvSource({
        "account, 2000000000000002",
        "account, 12345",
        "image, m-bp1caf3yicx5jlfl0001",
        "image, m-a",
        "region, cn-hongkong",
        "region, ap-southeast-1",
        "region, cn-hangzhou-finance",
        "zone, cn-hongkong-b",
        "zone, ap-southeast-1a",
        "directory, rd-3G0000",
        "folder, fd-Jyl5U70000",
        "path, rd-3G0000/r-Wm0000/fd-Jyl5U70000",
        "path, rd-3G0000/r-Wm0000/fd-Jyl5U70000/fd-Kzm6V80000",
        "key, key-hzz630494463ejqjx0000",
        "key, alias/acs/ecs",
        "key, 05754286-3ba2-4fa6-8d41-4323aca60000",
    })
    void takes_what_is_well_formed(String kind, String value) {

        assertThat(read(kind).apply(value)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account",
                "image",
                "region",
                "zone",
                "directory",
                "folder",
                "path",
                "key",
            })
    void refuses_what_is_hostile(String kind) {
        for (String value : new String[] {
            "",
            " ",
            "m-a b",
            "2000000000000002 ",
            "2000000000000002\n",
            "2000000000000002@ecs.aliyuncs.com",
            "*",
            "*@ecs.aliyuncs.com",
            "\u001b[2J",
            "m-../../x?y=1&z",
            "cn-hongkong.evil.example",
            "cn-hongkong#",
            "rd-3G0000\"}",
            "fd-Jyl5U70000*",
            "rd-3G0000/r-Wm0000/fd-*",
            "２０００００００００００００００２",
            "x".repeat(100_000) + "\"",
        }) {
            assertThatThrownBy(() -> read(kind).apply(value))
                    .as("%s of %s", kind, value.length() > 100 ? "a very long text" : value)
                    .isInstanceOf(InvalidValueException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "account, 1234",
        "account, 123456789012345678901",
        "account, -200000000000002",
        "account, 0000000000000002",
        "account, 02000000000000002",
        "image, bp1caf3yicx5jlfl0001",
        "image, i-bp1caf3yicx5jlfl0001",
        "region, hongkong",
        "region, CN-HONGKONG",
        "directory, fd-Jyl5U70000",
        "directory, rd-",
        "folder, rd-3G0000",
        "folder, rd-3G0000/r-Wm0000/fd-Jyl5U70000",
        "path, fd-Jyl5U70000",
        "path, rd-3G0000/r-Wm0000",
        "path, rd-3G0000/fd-Jyl5U70000",
        "path, rd-3G0000/r-Wm0000/fd-Jyl5U70000/",
        "path, rd-3G0000/r-Wm0000/fd-Jyl5U70000/2000000000000002",
    })
    void refuses_what_is_of_another_form(String kind, String value) {
        assertThatThrownBy(() -> read(kind).apply(value)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void says_the_rule_and_nothing_of_the_value() {
        assertThatThrownBy(() -> new AccountId("20\u001b[31m0"))
                .hasMessage("this is not an account id: digits only, 16 as a rule, as in 2000000000000002");
    }

    @Test
    void quotes_what_was_typed_without_control_characters() {
        assertThatThrownBy(() -> new AccountId("20\u001b[31m0"))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.messageWithValue())
                                .isEqualTo("'20\uFFFD[31m0' is not an account id: digits only, 16 as a rule, as in"
                                        + " 2000000000000002"));
    }

    @Test
    void quotes_no_more_than_a_screen_line() {
        assertThatThrownBy(() -> new ImageId("x".repeat(1000)))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.messageWithValue())
                                .isEqualTo("'" + "x".repeat(64)
                                        + "…' is not an image id: it starts with m-, as in m-bp1caf3yicx5jlfl0001"));
    }

    @Test
    void knows_the_usual_length_of_an_account() {
        assertThat(new AccountId("2000000000000002").hasUsualLength()).isTrue();
        assertThat(new AccountId("200000000000002").hasUsualLength()).isFalse();
    }

    @Test
    void orders_by_text() {
        assertThat(new AccountId("2000000000000002")).isLessThan(new AccountId("3000000000000003"));
        assertThat(new ImageId("m-a")).isLessThan(new ImageId("m-b"));
        assertThat(new RegionId("cn-beijing")).isLessThan(new RegionId("cn-shanghai"));
        assertThat(new ZoneId("cn-beijing-a")).isLessThan(new ZoneId("cn-beijing-b"));
        assertThat(new DirectoryId("rd-1")).isLessThan(new DirectoryId("rd-2"));
        assertThat(new FolderId("fd-1")).isLessThan(new FolderId("fd-2"));
        assertThat(new FolderPath("rd-1/r-1/fd-1")).isLessThan(new FolderPath("rd-1/r-1/fd-2"));
    }

    private static Function<String, Object> read(String kind) {
        return switch (kind) {
            case "account" -> AccountId::new;
            case "image" -> ImageId::new;
            case "region" -> RegionId::new;
            case "zone" -> ZoneId::new;
            case "directory" -> DirectoryId::new;
            case "folder" -> FolderId::new;
            case "path" -> FolderPath::new;
            case "key" -> KeyId::new;
            default -> throw new IllegalArgumentException(kind);
        };
    }
}

package dev.shareimage.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The language that the environment asks for. */
class EnvironmentLanguageTest {

    @ParameterizedTest
    @CsvSource({
        "LANG=ja_JP.UTF-8, ja",
        "LANG=ja, ja",
        "LANG=zh_CN.UTF-8, zh",
        "LANG=zh_TW.UTF-8, zh",
        "LANG=zh-Hans, zh",
        "LANG=de_DE.UTF-8, en",
        "LANG=javanese, en",
        "LANG=C, en",
        "LANG=C.UTF-8, en",
        "LANG=POSIX, en",
        "'', en",
        "LC_ALL=zh_CN.UTF-8 LANG=ja_JP.UTF-8, zh",
        "LC_MESSAGES=zh_CN.UTF-8 LANG=ja_JP.UTF-8, zh",
        "LC_ALL=en_US.UTF-8 LC_MESSAGES=zh_CN.UTF-8 LANG=ja_JP.UTF-8, en",
        "LC_ALL=C LANG=ja_JP.UTF-8, en",
        "LANGUAGE=zh_CN:ja LANG=ja_JP.UTF-8, zh",
        "LANGUAGE=de:ja:en LANG=de_DE.UTF-8, ja",
        "LANGUAGE=ja LANG=C, en",
        "LANGUAGE=ja, en",
        "LC_CTYPE=ja_JP.UTF-8, en"
    })
    void is_what_other_programs_would_speak(String variables, String language) {
        Map<String, String> environment = new HashMap<>();
        for (String variable : variables.split(" ")) {
            String[] parts = variable.split("=");
            environment.put(parts[0], parts.length > 1 ? parts[1] : "");
        }

        assertThat(EnvironmentLanguage.of(environment)).isEqualTo(language);
    }
}

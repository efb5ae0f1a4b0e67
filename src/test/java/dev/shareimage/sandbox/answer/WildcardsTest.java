package dev.shareimage.sandbox.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardsTest {

    @ParameterizedTest
    @CsvSource({
        "golden,  golden,       true",
        "golden,  golden-image, false",
        "golden*, golden-image, true",
        "golden*, golden,       true",
        "*image,  golden-image, true",
        "*image,  image-golden, false",
        "g*-*e,   golden-image, true",
        "a*a,     a,            false",
        "ab*ba,   aba,          false",
        "*,       '',           true",
        "*x*,     abc,          false"
    })
    void matches(String pattern, String text, boolean expected) {
        assertThat(Wildcards.matches(pattern, text)).isEqualTo(expected);
    }
}

package dev.shareimage.cli.options;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The language of the environment, as other programs read it: {@code LC_ALL}, or else {@code LC_MESSAGES}, or else
 * {@code LANG}. A list in {@code LANGUAGE} takes precedence unless they ask for no language.
 */
final class EnvironmentLanguage {

    static final List<String> ALL = List.of("en", "ja", "zh");

    private static final String DEFAULT = "en";

    private EnvironmentLanguage() {}

    /** The first available language; English if none is available. */
    static String of(Map<String, String> environment) {
        String locale = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
        if (locale.isEmpty() || locale.equals("POSIX") || language(locale).equals("c")) {
            return DEFAULT;
        }
        String list = environment.getOrDefault("LANGUAGE", "");
        return Stream.of((list.isEmpty() ? locale : list).split(":"))
                .map(EnvironmentLanguage::language)
                .filter(ALL::contains)
                .findFirst()
                .orElse(DEFAULT);
    }

    /** {@code zh_TW.UTF-8} is {@code zh}. */
    private static String language(String locale) {
        int end = 0;
        while (end < locale.length() && Character.isLetter(locale.charAt(end))) {
            end++;
        }
        return locale.substring(0, end).toLowerCase(Locale.ROOT);
    }
}

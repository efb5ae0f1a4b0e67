package dev.shareimage.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * The sentences for people of one part of the program in one language, by key.
 *
 * <p>They are in {@code messages/<part>[_<language>].properties}, in UTF-8. {@code {0}}, {@code {1}}, … are replaced by
 * values, and {@code {0:account|accounts}} by the word for the number. If a language lacks a sentence, it is English.
 */
public final class Messages {

    private static final String ENGLISH = "en";
    private static final String CHINESE = "zh";

    /** The part with what is made in English where something fails. */
    private static final String SAID = "said";

    /** The first letter of the Unicode blocks for Japanese and Chinese. */
    private static final char FIRST_WIDE = '\u2e80';

    /** The files that were read, by their names. Most commands need none of their sentences, and several need the same. */
    private static final Map<String, Properties> FILES = new ConcurrentHashMap<>();

    private final String part;
    private final String language;
    private final UnaryOperator<String> completion;

    private Messages(String part, String language, UnaryOperator<String> completion) {
        this.part = part;
        this.language = language;
        this.completion = completion;
    }

    /**
     * The sentences of a part, such as {@code app} or {@code cli}. They are read when the first one is needed.
     *
     * @param language {@code en}, {@code ja} or {@code zh}
     */
    public static Messages load(String part, String language) {
        return new Messages(part, language, UnaryOperator.identity());
    }

    /** The sentences of another part in the same language. */
    public Messages part(String part) {
        return load(part, language).completedBy(completion);
    }

    /**
     * The same sentences, each changed after its values are inserted.
     *
     * @param completion must not change a sentence twice
     */
    public Messages completedBy(UnaryOperator<String> completion) {
        return new Messages(part, language, completion);
    }

    /**
     * The sentence with its values.
     *
     * @throws IllegalArgumentException for an unknown key, which is a defect
     */
    public String get(String key, Object... arguments) {
        String sentence = sentences().getProperty(key);
        if (sentence == null) {
            throw new IllegalArgumentException("no sentence for " + key);
        }
        return completion.apply(fill(sentence, arguments));
    }

    /** The sentence of the bundle without values, for a page that fills in the places itself. */
    public String raw(String key) {
        return String.valueOf(sentences().getProperty(key));
    }

    /** A label with what is said of it, with the colon of the language. */
    public String labeled(String label, String text) {
        return label + (language.equals(CHINESE) ? "：" : ": ") + text;
    }

    /** A name with a detail in the brackets of the language. */
    public String named(String name, String detail) {
        return language.equals(ENGLISH) ? name + " (" + detail + ")" : name + "（" + detail + "）";
    }

    /** The language that was asked for. */
    public String language() {
        return language;
    }

    /**
     * A sentence that was made in English, in this language, as far as it is known; the cloud's own words stay as they are.
     */
    public String said(String english) {
        return language.equals(ENGLISH)
                ? english
                : new EnglishSentences(load(SAID, ENGLISH), load(SAID, language)).translate(english);
    }

    /** Whether there is a sentence with that key. */
    public boolean has(String key) {
        return sentences().getProperty(key) != null;
    }

    /** The keys of all sentences. */
    public Set<String> keys() {
        return sentences().stringPropertyNames();
    }

    private static String fill(String sentence, Object... arguments) {
        StringBuilder text = new StringBuilder(sentence.length() + 32);
        int from = 0;
        for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', open + 1)) {
            int close = sentence.indexOf('}', open);
            if (close > open + 1 && Character.isDigit(sentence.charAt(open + 1))) {
                text.append(sentence, from, open);
                appendWithoutInnerBlank(text, filling(sentence.substring(open + 1, close), arguments));
                from = isBlankBetweenWide(text, sentence, close + 1) ? close + 2 : close + 1;
            }
        }
        return text.append(sentence, from, sentence.length()).toString();
    }

    /** Japanese and Chinese have no blank between their own letters, only beside a Latin name or a number. */
    private static void appendWithoutInnerBlank(StringBuilder text, String value) {
        int last = text.length() - 1;
        if (last > 0
                && !value.isEmpty()
                && text.charAt(last) == ' '
                && isWide(text.charAt(last - 1))
                && isWide(value.charAt(0))) {
            text.setLength(last);
        }
        text.append(value);
    }

    private static boolean isBlankBetweenWide(CharSequence before, String sentence, int at) {
        return before.length() > 0
                && isWide(before.charAt(before.length() - 1))
                && at + 1 < sentence.length()
                && sentence.charAt(at) == ' '
                && isWide(sentence.charAt(at + 1));
    }

    private static boolean isWide(char letter) {
        return letter >= FIRST_WIDE;
    }

    /** The text for a placeholder: a number, or a number, a colon, and the words for one and for any other count. */
    private static String filling(String place, Object... arguments) {
        String argument = String.valueOf(arguments[place.charAt(0) - '0']);
        int bar = place.indexOf('|');
        if (bar < 0) {
            return argument;
        }
        return argument.equals("1") ? place.substring(2, bar) : place.substring(bar + 1);
    }

    private Properties sentences() {
        Properties english = FILES.computeIfAbsent(part, file -> read(file, new Properties()));
        return language.equals(ENGLISH)
                ? english
                : FILES.computeIfAbsent(part + "_" + language, file -> read(file, english));
    }

    private static Properties read(String file, Properties defaults) {
        Properties properties = new Properties(defaults);
        String resource = "/dev/shareimage/messages/" + file + ".properties";
        try (InputStream stream = Messages.class.getResourceAsStream(resource)) {
            if (stream != null) {
                properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}

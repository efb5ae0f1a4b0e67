package dev.shareimage.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sentence of the English bundles exists in each language, with the same places, commands and ids. */
class TranslationsTest {

    private static final Path BUNDLES = Path.of("src/main/resources/dev/shareimage/messages");
    private static final Path PAGES = Path.of("src/site/markdown");

    /** Messages of the program in code, which belong into the bundles. */
    private static final Pattern CONSOLE = Pattern.compile("(?s)```.*?```");

    /** Code and addresses in pages. */
    private static final Pattern CODE = Pattern.compile("`[^`]*`|\\]\\([^)]*\\)");

    /** A place, or a word that depends on the number in it, as in {@code {0:target|targets}}. */
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)(:[^}]*)?}");

    private static final Pattern NUMBERS_OF_WORDS = Pattern.compile("\\{\\d:[^}]*}");

    /** Words of a shell or of the cloud's interface. A translation of an option or id would be wrong. */
    private static final Pattern UNTRANSLATABLE = Pattern.compile(
            "--[A-Za-z-]+|aliyun \\w+ \\w+|share-image( (?!shares )[a-z]+(-[a-z]+)?)?|Aliyun\\w+|\\w+:[\\w:*-]+=?\\w+|\"");

    /** Typed input is the same in all languages. */
    private static final Pattern COMMANDS = Pattern.compile("\\.(synopsis|examples)$");

    /** Other words for things that have one name in the vendor's pages and here. */
    private static final Map<String, Pattern> OTHER_TERMS = Map.of(
            "ja", Pattern.compile("フォルダ(?!ー)|鍵|受信者|受領者|製品|分か[らりる]|ローカルのクラウド|Resource Sharing"),
            "zh", Pattern.compile("文件夹|资源共享单元|接收者|厂商|环回|秘钥|帐号|区域|可用域|时间预算|共享目标"));

    /** Latin punctuation beside a letter of the language, and punctuation that the language does not use. */
    private static final Map<String, Pattern> FOREIGN_MARKS = Map.of(
            "ja",
                    Pattern.compile(
                            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}][,;?!]|[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}] ?[()]"
                                    + "|[()] ?[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]|[：；]"),
            "zh", Pattern.compile("\\p{IsHan} ?[,;:?!()]|[()] ?\\p{IsHan}|[｡､]"));

    /** Japanese sentences use the polite forms です and ます. */
    private static final Pattern IMPOLITE = Pattern.compile("(?:である|であった|ではない|しろ|せよ)(?:。|$)");

    private static boolean isCode(String text) {
        return text.lines().allMatch(line -> line.strip().matches("(share-image|eval|echo|source) .*"));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void has_every_sentence(Path english, Path translation) throws IOException {
        Map<String, String> needed = sentences(english);
        needed.keySet().removeIf(key -> COMMANDS.matcher(key).find() && isCode(needed.get(key)));
        assertThat(difference(needed, sentences(translation))).as("lacks").isEmpty();
        assertThat(difference(sentences(translation), sentences(english)))
                .as("has too much")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("translations")
    void keeps_the_places(Path english, Path translation) throws IOException {
        assertThat(unlike(english, translation, TranslationsTest::places)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("translations")
    void keeps_commands_and_ids(Path english, Path translation) throws IOException {
        assertThat(unlike(english, translation, TranslationsTest::untranslatable))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "zh"})
    void has_one_term_for_one_thing(String language) throws IOException {
        assertThat(found(OTHER_TERMS.get(language), language)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "zh"})
    void has_the_marks_of_its_language(String language) throws IOException {
        assertThat(found(FOREIGN_MARKS.get(language), language)).isEmpty();
    }

    @Test
    void japanese_is_polite() throws IOException {
        assertThat(found(IMPOLITE, "ja")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("translations")
    void translations_end_with_a_colon_where_the_english_does(Path english, Path translation) throws IOException {
        assertThat(unlike(english, translation, TranslationsTest::endsWithColon))
                .isEmpty();
    }

    private static boolean endsWithColon(String sentence) {
        return sentence.endsWith(":") || sentence.endsWith("：");
    }

    /** The sentences of the bundles of a language and the lines of its pages that match. */
    private static List<String> found(Pattern pattern, String language) throws IOException {
        List<String> sentences = new ArrayList<>();
        try (Stream<Path> files = Files.list(BUNDLES)) {
            for (Path file : files.filter(each -> each.toString().endsWith("_" + language + ".properties"))
                    .toList()) {
                sentences(file)
                        .forEach((key, sentence) -> sentences.add(file.getFileName() + " " + key + "=" + sentence));
            }
        }
        try (Stream<Path> files = Files.list(PAGES)) {
            for (Path file : files.filter(each -> each.toString().matches(".*[/-]" + language + "\\.md"))
                    .toList()) {
                sentences.addAll(Arrays.asList(
                        CONSOLE.matcher(Files.readString(file)).replaceAll("").split("\n")));
            }
        }
        assertThat(sentences).hasSizeGreaterThan(1000);
        return sentences.stream()
                .filter(sentence ->
                        pattern.matcher(CODE.matcher(sentence).replaceAll("")).find())
                .toList();
    }

    static Stream<Arguments> translations() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.filter(file -> isTranslated(file.getFileName().toString())).sorted().toList().stream()
                    .flatMap(english ->
                            Stream.of("ja", "zh").map(language -> Arguments.of(english, in(language, english))));
        }
    }

    private static boolean isTranslated(String bundle) {
        return !bundle.contains("_");
    }

    private static Path in(String language, Path english) {
        return english.resolveSibling(
                english.getFileName().toString().replace(".properties", "_" + language + ".properties"));
    }

    /** The sentences whose fixed parts differ from the English sentence. */
    private static List<String> unlike(Path english, Path translation, Function<String, Object> kept)
            throws IOException {
        Map<String, String> translated = sentences(translation);
        return sentences(english).entrySet().stream()
                .filter(each -> translated.containsKey(each.getKey()))
                .filter(each -> !kept.apply(each.getValue()).equals(kept.apply(translated.get(each.getKey()))))
                .map(each -> each.getValue() + " -> " + translated.get(each.getKey()))
                .toList();
    }

    private static Set<String> places(String sentence) {
        return PLACE.matcher(sentence)
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> untranslatable(String sentence) {
        return UNTRANSLATABLE
                .matcher(NUMBERS_OF_WORDS.matcher(sentence).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static Set<String> difference(Map<String, String> some, Map<String, String> others) {
        Set<String> rest = new TreeSet<>(some.keySet());
        rest.removeAll(others.keySet());
        return rest;
    }

    private static Map<String, String> sentences(Path bundle) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle)) {
            properties.load(reader);
        }
        Map<String, String> sentences = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> sentences.put(key, properties.getProperty(key)));
        return sentences;
    }
}

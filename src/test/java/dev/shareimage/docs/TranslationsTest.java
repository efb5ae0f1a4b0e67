package dev.shareimage.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence of the English bundles is there in each language, with its places, commands and ids untouched. */
class TranslationsTest {

    private static final Path BUNDLES = Path.of("src/main/resources/dev/shareimage/messages");

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    /** Words of a shell or of the cloud's interface: a translated option or id would be wrong. */
    private static final Pattern UNTRANSLATABLE = Pattern.compile(
            "--[A-Za-z-]+|aliyun \\w+ \\w+|share-image( [a-z]+(-[a-z]+)?)?|Aliyun\\w+|\\w+:[\\w:*-]+=?\\w+|\"");

    @ParameterizedTest
    @MethodSource("translations")
    void hasEverySentence(Path english, Path translation) throws IOException {
        assertThat(sentences(translation).keySet())
                .containsExactlyElementsOf(sentences(english).keySet());
    }

    @ParameterizedTest
    @MethodSource("translations")
    void keepsThePlaces(Path english, Path translation) throws IOException {
        assertThat(differences(PLACE, english, translation)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("translations")
    void keepsCommandsAndIds(Path english, Path translation) throws IOException {
        assertThat(differences(UNTRANSLATABLE, english, translation)).isEmpty();
    }

    static Stream<Arguments> translations() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.filter(file -> isTranslated(file.getFileName().toString())).sorted().toList().stream()
                    .flatMap(english ->
                            Stream.of("ja", "zh").map(language -> Arguments.of(english, in(language, english))));
        }
    }

    /** The help is English alone, as manual pages are. */
    private static boolean isTranslated(String bundle) {
        return !bundle.contains("_") && !bundle.equals("help.properties");
    }

    private static Path in(String language, Path english) {
        return english.resolveSibling(
                english.getFileName().toString().replace(".properties", "_" + language + ".properties"));
    }

    private static List<String> differences(Pattern pattern, Path english, Path translation) throws IOException {
        Map<String, String> translated = sentences(translation);
        return sentences(english).entrySet().stream()
                .filter(each -> translated.containsKey(each.getKey()))
                .filter(each -> !found(pattern, each.getValue()).equals(found(pattern, translated.get(each.getKey()))))
                .map(each -> each.getValue() + " -> " + translated.get(each.getKey()))
                .toList();
    }

    private static List<String> found(Pattern pattern, String sentence) {
        return pattern.matcher(sentence)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
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

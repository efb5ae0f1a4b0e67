package dev.shareimage.sandbox.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.http.HttpRequest;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/** The texts of the start page in one language. */
final class PageTexts {

    private static final String ENGLISH = "en";
    private static final List<String> LANGUAGES = List.of(ENGLISH, "ja", "zh");
    private static final String LANGUAGE = "lang=";

    private final String language;
    private final Properties texts;

    private PageTexts(String language) {
        this.language = language;
        this.texts = read(language.equals(ENGLISH) ? "start.properties" : "start_" + language + ".properties");
    }

    /** The language that the address names with {@code lang}, or the one that the browser prefers, or English. */
    static PageTexts of(HttpRequest request) {
        return new PageTexts(Arrays.stream(request.query().split("&"))
                .filter(parameter -> parameter.startsWith(LANGUAGE))
                .map(parameter -> parameter.substring(LANGUAGE.length()))
                .filter(LANGUAGES::contains)
                .findFirst()
                .or(() -> request.header("accept-language").flatMap(PageTexts::preferred))
                .orElse(ENGLISH));
    }

    private static Optional<String> preferred(String header) {
        try {
            return Optional.ofNullable(Locale.lookupTag(Locale.LanguageRange.parse(header), LANGUAGES));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Replaces each key between at signs by its text, and passes all texts to the script as JSON. */
    String fill(String page) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        String filled = page.replace("@LANGUAGE@", language);
        for (String key : new TreeSet<>(texts.stringPropertyNames())) {
            String text = texts.getProperty(key);
            all.put(key, text);
            filled = filled.replace("@" + key + "@", escaped(text));
        }
        return filled.replace("@TEXTS@", escaped(all.toString()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (InputStream stream = PageTexts.class.getResourceAsStream("/dev/shareimage/sandbox/" + name)) {
            if (stream == null) {
                throw new FileNotFoundException(name);
            }
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

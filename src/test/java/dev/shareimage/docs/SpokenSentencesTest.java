package dev.shareimage.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.domain.Messages;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All sentences for people are in bundles, and so in every language. The code contains none. */
class SpokenSentencesTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/shareimage");
    private static final Path BUNDLES = Path.of("src/main/resources/dev/shareimage/messages");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern COLUMNS = Pattern.compile("COLUMNS =\\s*List\\.of\\(([^)]*)\\)");
    private static final Pattern WORDS = Pattern.compile(".*[a-z]{2,} [a-z]{2,}.*");
    private static final Pattern PLACE = Pattern.compile("\\{\\d(:[^}]*)?}");

    /** Messages of defects, which no user reads. */
    private static final Pattern DEFECT =
            Pattern.compile("IllegalStateException|IllegalArgumentException|AssertionError|@SuppressWarnings");

    /**
     * Text that is no message: input and output of other programs, thread names, comments in a manifest, the role's
     * description.
     */
    private static final Set<String> NOT_SAID = Set.of(
            "Lets ECS use keys for encrypted images that are shared with other accounts",
            "standard input",
            " (start marker at ",
            "is missing",
            "Copy of ",
            "<!-- share-image hand-over -->",
            "received images",
            "'; img-src data:; base-uri 'none'; form-action 'none'",
            "{\\\"Code\\\":\\\"EntityNotExist\\\",\\\"Message\\\":\\\"is missing\\\",\\\"RequestId\\\":\\\"0\\\"}");

    /** Files that contain the text of other programs. */
    private static final Set<String> FOREIGN_WORDS = Set.of(
            "sandbox",
            "Redaction.java",
            "ManifestWriter.java",
            "RecipientAdvice.java",
            "RecipientCommands.java",
            "CompletionScript.java",
            "CdsTrainingRun.java",
            "ManualPage.java");

    @Test
    void every_sentence_in_the_code_is_in_a_bundle() throws IOException {
        List<String> known = sentences();
        Set<String> unknown = new TreeSet<>();
        for (Path file : sources()) {
            for (String statement : Files.readString(file)
                    .replaceAll("(?m)^\\s*(//|\\*|/\\*).*$", "")
                    .split(";\n|\\{\n")) {
                if (!DEFECT.matcher(statement).find()) {
                    for (String literal : literals(statement)) {
                        if (isSentence(literal) && !isKnown(literal, known)) {
                            unknown.add(file.getFileName() + ": " + literal);
                        }
                    }
                }
            }
        }
        assertThat(unknown)
                .as("to be told in every language, by bundle said or another")
                .isEmpty();
    }

    /** A part of a sentence, or a whole sentence with values in its places. */
    private static boolean isKnown(String literal, List<String> known) {
        String words = literal.replaceFirst("^: (this )?", "").strip();
        return known.stream().anyMatch(each -> each.contains(words))
                || !Messages.load("cli", "ja").said(literal).equals(literal);
    }

    @Test
    void every_column_has_a_heading_in_every_language() throws IOException {
        Messages words = Messages.load("table", "ja");
        Set<String> unknown = new TreeSet<>();
        for (Path file : sources()) {
            Matcher columns = COLUMNS.matcher(Files.readString(file));
            while (columns.find()) {
                literals(columns.group(1)).stream()
                        .filter(name -> !words.has("column." + name))
                        .forEach(unknown::add);
            }
        }
        assertThat(unknown).isEmpty();
    }

    private static boolean isSentence(String literal) {
        boolean command = literal.startsWith("aliyun ")
                || literal.startsWith("Unable to tunnel")
                || literal.startsWith("Unsupported or unrecognized")
                || literal.startsWith("(?");
        return WORDS.matcher(literal).matches() && !command && !NOT_SAID.contains(literal);
    }

    /** The literals of a statement. Literals that are joined by plus signs count as one. */
    private static List<String> literals(String statement) {
        String joined = statement.replaceAll("\"\\s*\\+\\s*\"", "");
        List<String> literals = new ArrayList<>();
        for (Matcher literal = LITERAL.matcher(joined); literal.find(); ) {
            literals.add(literal.group(1));
        }
        return literals;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> FOREIGN_WORDS.stream()
                            .noneMatch(
                                    foreign -> SOURCES.relativize(file).startsWith(foreign) || file.endsWith(foreign)))
                    .toList();
        }
    }

    /** The text between the places of all English sentences. */
    private static List<String> sentences() throws IOException {
        List<String> sentences = new ArrayList<>();
        try (Stream<Path> files = Files.list(BUNDLES)) {
            for (Path file : files.filter(each -> !each.getFileName().toString().contains("_"))
                    .toList()) {
                Properties properties = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                }
                properties
                        .stringPropertyNames()
                        .forEach(key -> sentences.addAll(List.of(PLACE.split(properties.getProperty(key)))));
            }
        }
        return sentences;
    }
}

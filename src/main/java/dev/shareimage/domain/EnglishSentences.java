package dev.shareimage.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells sentences that were made in English in another language, as far as they are known.
 *
 * <p>What fails far below, such as a value or a connection, says so in English, for programs and logs read it too. A known
 * sentence has places for what it is about; what is filled in there may be a known sentence again. The cloud's own words
 * and names stay as they are.
 */
final class EnglishSentences {

    private static final String COLON = ": ";

    /** The key of what is only ever a part of a sentence: a sentence of the cloud may look like it. */
    private static final String PART = "part.";

    private final Messages translations;
    private final List<Pattern> patterns;

    /**
     * A sentence with places.
     *
     * @param literals the text before, between and after the places
     * @param places the number of each place
     */
    private record Pattern(String key, List<String> literals, List<Integer> places) {

        static Pattern of(String key, String sentence) {
            List<String> literals = new ArrayList<>();
            List<Integer> places = new ArrayList<>();
            int from = 0;
            for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', open + 1)) {
                boolean place = open + 2 < sentence.length()
                        && Character.isDigit(sentence.charAt(open + 1))
                        && sentence.charAt(open + 2) == '}';
                if (place) {
                    literals.add(sentence.substring(from, open));
                    places.add(sentence.charAt(open + 1) - '0');
                    from = open + 3;
                }
            }
            literals.add(sentence.substring(from));
            return new Pattern(key, literals, places);
        }

        int weight() {
            return literals.stream().mapToInt(String::length).sum();
        }

        /** The values of the places, by number; empty if the text does not match. */
        Optional<String[]> match(String text) {
            String[] filled = new String[places.size()];
            if (!text.startsWith(literals.get(0))) {
                return Optional.empty();
            }
            int from = literals.get(0).length();
            for (int i = 0; i < places.size(); i++) {
                String next = literals.get(i + 1);
                boolean last = i + 1 == places.size();
                int to = last ? text.length() - next.length() : text.indexOf(next, from);
                if (to <= from || !text.startsWith(next, to) || places.get(i) >= filled.length) {
                    return Optional.empty();
                }
                filled[places.get(i)] = text.substring(from, to);
                from = to + next.length();
            }
            return from == text.length() ? Optional.of(filled) : Optional.empty();
        }
    }

    /**
     * Sentences in a language.
     *
     * @param english the known ones
     * @param translations the same in the language
     */
    EnglishSentences(Messages english, Messages translations) {
        this.translations = translations;
        this.patterns = english.keys().stream()
                .map(key -> Pattern.of(key, english.raw(key)))
                .sorted(Comparator.comparingInt(Pattern::weight).reversed())
                .toList();
    }

    /** The sentence in the language; what is not known stays English. */
    String translate(String sentence) {
        return translate(sentence, false);
    }

    private String translate(String sentence, boolean part) {
        return known(sentence, part).orElseGet(() -> piecewise(sentence, part));
    }

    private Optional<String> known(String sentence, boolean part) {
        for (Pattern pattern : patterns) {
            if (part || !pattern.key().startsWith(PART)) {
                Optional<String[]> filled = pattern.match(sentence);
                if (filled.isPresent()) {
                    return Optional.of(translations.get(pattern.key(), inner(filled.get())));
                }
            }
        }
        return Optional.empty();
    }

    private Object[] inner(String... filled) {
        Object[] translated = new Object[filled.length];
        for (int i = 0; i < filled.length; i++) {
            translated[i] = translate(filled[i], true);
        }
        return translated;
    }

    /** A file with a line: programs recognize it by its colons. */
    private static boolean isPlace(String text) {
        return Character.isDigit(text.charAt(text.length() - 1)) && text.indexOf(':') >= 0;
    }

    /** Translates around colons: the concerned option or line comes before one, details come after one. */
    private String piecewise(String sentence, boolean part) {
        for (int colon = sentence.indexOf(COLON); colon >= 0; colon = sentence.indexOf(COLON, colon + 1)) {
            String before = sentence.substring(0, colon);
            String after = sentence.substring(colon + COLON.length());
            Optional<String> head = known(before, part);
            Optional<String> tail = known(after, part);
            if (head.isPresent() || tail.isPresent()) {
                String details = tail.orElseGet(() -> translate(after, part));
                return isPlace(before) ? before + COLON + details : translations.labeled(head.orElse(before), details);
            }
        }
        return sentence;
    }
}

package dev.shareimage.cli;

import dev.shareimage.domain.Messages;
import java.util.Locale;

/** A page in the language of {@code man}. */
final class ManualPage {

    private final StringBuilder roff = new StringBuilder();

    /**
     * @param name the name to look it up, such as {@code share-image-share}
     * @param texts the titles of the manual and of its first section
     */
    ManualPage(String name, String version, Messages texts, String summary) {
        roff.append(".TH ")
                .append(escaped(name.toUpperCase(Locale.ROOT)))
                .append(" 1 \"\" \"share\\-image ")
                .append(version)
                .append("\" \"")
                .append(texts.get("manual.title.manual"))
                .append("\"\n.ad l\n");
        section(texts.get("manual.title.name")).text(name + " - " + summary);
    }

    ManualPage section(String title) {
        roff.append(".SH ").append(title).append('\n');
        return this;
    }

    ManualPage subsection(String title) {
        roff.append(".SS ").append(escaped(title)).append('\n');
        return this;
    }

    /** Adds text that is filled. Each of its lines begins a new line. */
    ManualPage text(String text) {
        roff.append(String.join(
                        "\n.br\n", text.strip().lines().map(ManualPage::escaped).toList()))
                .append('\n');
        return this;
    }

    /** Adds text that is not changed. */
    ManualPage verbatim(String text) {
        roff.append(".nf\n");
        text.stripTrailing().lines().forEach(line -> roff.append(escaped(line)).append('\n'));
        roff.append(".fi\n");
        return this;
    }

    /** Adds a term and its explanation. */
    ManualPage item(String term, String text) {
        roff.append(".TP\n\\fB").append(escaped(term)).append("\\fR\n");
        return text(text);
    }

    @Override
    public String toString() {
        return roff.toString();
    }

    /** Escapes a dot or apostrophe at the beginning of a line, which would be a command. */
    private static String escaped(String line) {
        String safe = line.replace("\\", "\\e").replace("-", "\\-");
        return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
    }
}

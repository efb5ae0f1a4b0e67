package dev.shareimage.cli;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A page for {@code man}: the help, in the form that the manual wants.
 *
 * @param name as one calls it up, such as {@code share-image-share}
 * @param summary one line
 * @param help as the program prints it
 */
record ManualPage(String name, String summary, String help) {

    /** The page in the language of {@code man}. */
    String roff(String version) {
        return ".TH " + escaped(name.toUpperCase(Locale.ROOT)) + " 1 \"\" \"share\\-image " + version
                + "\" \"User Commands\"\n.SH NAME\n" + escaped(name) + " \\- " + escaped(summary)
                + "\n.SH DESCRIPTION\n.nf\n"
                + help.strip().lines().map(ManualPage::escaped).collect(Collectors.joining("\n"))
                + "\n.fi\n";
    }

    /** A dot or an apostrophe at the beginning of a line would be taken for a command. */
    private static String escaped(String line) {
        String safe = line.replace("\\", "\\e").replace("-", "\\-");
        return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
    }
}

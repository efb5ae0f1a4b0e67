package dev.shareimage.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the table into the page with the results. A person copies three of its rows into the README. */
final class Pages {

    private static final Path RESULTS = Path.of("src/site/markdown/performance-results.md");
    private static final String BEGIN = "<!-- written by src/bench/run -->\n";
    private static final String END = "<!-- until here -->\n";

    private Pages() {}

    static void write(String table, Options options, double loadBefore, double loadAfter) throws IOException {
        replace(
                RESULTS,
                "JDK " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors() + " processors, "
                        + Report.millis(options.latency()) + " a call, " + options.rounds() + " rounds.\nLoad average before and after: "
                        + Report.number(loadBefore) + " and " + Report.number(loadAfter) + ".\n\n" + table);
    }

    private static void replace(Path page, String text) throws IOException {
        String old = Files.readString(page);
        int begin = old.indexOf(BEGIN);
        int end = old.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException(page + " has no place for the table");
        }
        Files.writeString(page, old.substring(0, begin + BEGIN.length()) + text + old.substring(end));
    }
}

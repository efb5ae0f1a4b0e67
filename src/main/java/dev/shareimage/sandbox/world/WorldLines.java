package dev.shareimage.sandbox.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/**
 * The world as lines of JSON, one thing a line: {@code {"image/cn-hongkong/m-1":{"region":"cn-hongkong",…}}}.
 *
 * <p>Type and key come first, so that a line is parsed only when its entity is used. Empty lines and lines that begin
 * with {@code #} are skipped.
 */
final class WorldLines {

    private WorldLines() {}

    /**
     * @param lines those after the header
     * @throws IllegalArgumentException for a line that is no entity; it names the line and repeats nothing of it
     */
    static void read(BufferedReader lines, World world) throws IOException {
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isEmpty() && line.charAt(0) != '#') {
                readLine(line, number, world);
            }
        }
    }

    static void write(World world, Writer writer) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Table<?>> table : world.tables().entrySet()) {
            String kind = table.getKey();
            table.getValue().forEachText((key, json) -> appendLine(text, kind, key, json));
            writer.append(text);
            text.setLength(0);
        }
    }

    private static void appendLine(StringBuilder text, String kind, String key, String json) {
        text.append("{\"")
                .append(kind)
                .append('/')
                .append(key)
                .append("\":")
                .append(json)
                .append("}\n");
    }

    private static void readLine(String line, int number, World world) {
        int slash = line.indexOf('/');
        int colon = line.indexOf("\":");
        if (!line.startsWith("{\"") || !line.endsWith("}") || slash < 0 || colon < slash) {
            throw new IllegalArgumentException("line " + number + " is no entity of a world");
        }
        String kind = line.substring(2, slash);
        world.tableOf(kind)
                .orElseThrow(() ->
                        new IllegalArgumentException("line " + number + " is of a kind that a world does not have"))
                .load(line.substring(slash + 1, colon), line.substring(colon + 2, line.length() - 1));
    }
}

package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.domain.Messages;
import java.util.List;

/** The result of a command for standard output. */
public interface Result {

    /** For programs: the document of the contract. */
    JsonNode document();

    /** Rows for people and for shells. */
    Table table();

    /**
     * The table for people who did not request everything. Successful entries may be counted instead of listed.
     *
     * @param words the words of tables in the reader's language
     */
    default Table brief(Messages words) {
        return table();
    }

    /**
     * Lines for a terminal if columns would be too wide; empty otherwise.
     *
     * @param words the words of tables in the reader's language
     */
    default List<Line> lines(Messages words) {
        return List.of();
    }

    /**
     * The lines for people who did not request everything.
     *
     * @param words the words of tables in the reader's language
     */
    default List<Line> briefLines(Messages words) {
        return lines(words);
    }
}

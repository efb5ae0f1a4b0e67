package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.domain.Messages;
import java.util.List;

/** The result of a command for standard output. */
public interface Result {

    /** For programs: the document of the contract. */
    JsonNode document();

    /** For people and for shells. */
    Table table();

    /**
     * The table for people who did not ask for everything: what went well may be counted in place of listed.
     *
     * @param words of tables, in their language
     */
    default Table brief(Messages words) {
        return table();
    }

    /**
     * Lines for a terminal, where columns would be wider than any; empty where they are not.
     *
     * @param words of tables, in the language of who reads
     */
    default List<Line> lines(Messages words) {
        return List.of();
    }
}

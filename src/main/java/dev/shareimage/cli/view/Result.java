package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What a command has to say on standard output. */
public interface Result {

    /** For programs: the document of the contract. */
    JsonNode document();

    /** For people and for shells. */
    Table table();

    /** Lines for a terminal, where columns would be wider than any; empty where they are not. */
    default List<String> lines() {
        return List.of();
    }
}

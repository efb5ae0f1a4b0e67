package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.JsonNode;

/** What a command has to say on standard output. */
public interface Result {

    /** For programs: the document of the contract. */
    JsonNode document();

    /** For people and for shells. */
    Table table();
}

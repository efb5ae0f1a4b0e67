package dev.shareimage.cli.options;

import java.util.List;

/**
 * Options that are declared, explained and read together.
 *
 * @param id names the group's heading in the help
 */
public record OptionGroup(String id, List<OptionDeclaration> options) {

    public OptionGroup {
        options = List.copyOf(options);
    }

    /** The key of its heading in the help. */
    public String helpKey() {
        return "group." + id;
    }
}

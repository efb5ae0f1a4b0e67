package dev.shareimage.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Picocli's model of all commands. */
final class ProgramModel {

    private ProgramModel() {}

    /** Every option of all commands, each once. */
    static List<OptionSpec> options() {
        Map<String, OptionSpec> options = new LinkedHashMap<>();
        for (CommandLine command : Commands.program().getSubcommands().values()) {
            command.getCommandSpec().options().forEach(option -> options.putIfAbsent(option.longestName(), option));
        }
        return List.copyOf(options.values());
    }
}

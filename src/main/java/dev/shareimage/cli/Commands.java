package dev.shareimage.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** The commands by name; only the one that is asked for is made, for each costs as much as some round trips. */
final class Commands {

    /** What runs when no command is named. */
    static final String DEFAULT = "share";

    private static final Map<String, Class<? extends BaseCommand>> TABLE = table();

    /** All names, in the order in which the help shows them. */
    static final List<String> NAMES = List.copyOf(TABLE.keySet());

    private Commands() {}

    private static Map<String, Class<? extends BaseCommand>> table() {
        Map<String, Class<? extends BaseCommand>> table = new LinkedHashMap<>();
        table.put("check-region", CheckRegionCommand.class);
        table.put("create-role", CreateRoleCommand.class);
        table.put("set-trust", SetTrustCommand.class);
        table.put("share", ShareCommand.class);
        table.put("unshare", UnshareCommand.class);
        table.put("list-shares", ListSharesCommand.class);
        table.put("doctor", DoctorCommand.class);
        table.put("apply", ApplyCommand.class);
        table.put("export", ExportCommand.class);
        table.put("policy", PolicyCommand.class);
        table.put("sandbox", SandboxCommand.class);
        table.put("generate-completion", GenerateCompletionCommand.class);
        table.put("help", HelpCommand.class);
        return table;
    }

    /** The program with one of its commands. */
    static CommandLine programWith(String name) {
        return program(List.of(name));
    }

    /** The program with all of its commands: for its help, the manual, completion and tests. */
    static CommandLine program() {
        return program(NAMES);
    }

    private static CommandLine program(List<String> names) {
        CommandLine program = new CommandLine(new ShareImage());
        for (String name : names) {
            program.addSubcommand(name, TABLE.get(name));
        }
        // What @FILE means, ListReader knows; the parser would take its lines for options.
        return program.setExpandAtFiles(false).setOverwrittenOptionsAllowed(true);
    }
}

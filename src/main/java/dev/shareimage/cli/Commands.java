package dev.shareimage.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** The table of commands. Only the requested command is built, because each costs as much time as some round trips. */
final class Commands {

    /** The command that runs if none is named. */
    static final String DEFAULT = "share";

    private static final Map<String, Class<? extends BaseCommand>> TABLE = table();

    /** All names, in the order of the help. */
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
        table.put("verify", VerifyCommand.class);
        table.put("apply", ApplyCommand.class);
        table.put("export", ExportCommand.class);
        table.put("report", ReportCommand.class);
        table.put("policy", PolicyCommand.class);
        table.put("sandbox", SandboxCommand.class);
        table.put("generate-completion", GenerateCompletionCommand.class);
        table.put("help", HelpCommand.class);
        return table;
    }

    /** The parser for one command alone. The program around it would make a run slower. */
    static CommandLine command(String name) {
        return parsing(new CommandLine(TABLE.get(name)));
    }

    /** The parser for all commands: for help, manual, completion and tests. */
    static CommandLine program() {
        CommandLine program = new CommandLine(new ShareImage());
        TABLE.forEach(program::addSubcommand);
        return parsing(program);
    }

    /** ListReader reads {@code @FILE}. The parser would take its lines as options. */
    private static CommandLine parsing(CommandLine command) {
        return command.setExpandAtFiles(false).setOverwrittenOptionsAllowed(true);
    }
}

package dev.shareimage.cli;

import java.util.List;

/** The commands by name; each is made only when it is asked for. */
final class Commands {

    /** What runs when no command is named. */
    static final String DEFAULT = "share";

    /** All names, in the order in which the help shows them. */
    static final List<String> NAMES = List.of(
            "check-region",
            "create-role",
            "set-trust",
            "share",
            "unshare",
            "list-shares",
            "doctor",
            "apply",
            "export",
            "policy",
            "sandbox",
            "generate-completion",
            "help");

    private Commands() {}

    static Command make(String name) {
        return switch (name) {
            case "check-region" -> new CheckRegionCommand();
            case "create-role" -> new CreateRoleCommand();
            case "set-trust" -> new SetTrustCommand();
            case "share" -> new ShareCommand();
            case "unshare" -> new UnshareCommand();
            case "list-shares" -> new ListSharesCommand();
            case "doctor" -> new DoctorCommand();
            case "apply" -> new ApplyCommand();
            case "export" -> new ExportCommand();
            case "policy" -> new PolicyCommand();
            case "sandbox" -> new SandboxCommand();
            case "generate-completion" -> new GenerateCompletionCommand();
            case "help" -> new HelpCommand();
            default -> throw new IllegalArgumentException(name);
        };
    }
}

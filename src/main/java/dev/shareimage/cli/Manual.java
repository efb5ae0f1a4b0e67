package dev.shareimage.cli;

import dev.shareimage.cli.options.EnvironmentDefaults;
import dev.shareimage.domain.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual: a page for the program and one for each command, from the same model as the help. */
final class Manual {

    private static final List<String> EXIT_CODES =
            List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "130", "143");

    private final Messages texts;
    private final String version;
    private final CommandLine program = Commands.program();

    Manual(Messages texts, String version) {
        this.texts = texts;
        this.version = version;
        program.setResourceBundle(new HelpBundle(texts));
    }

    /** The page of the program. */
    String program() {
        String description = texts.get("program.description");
        ManualPage page = new ManualPage(
                        Application.PROGRAM,
                        version,
                        description.lines().findFirst().orElse(""))
                .section("SYNOPSIS")
                .text(texts.get("program.synopsis"))
                .section("DESCRIPTION")
                .text(description.replace('\n', ' '))
                .section("COMMANDS");
        Commands.NAMES.forEach(name -> page.item(name, texts.get(name + ".summary")));
        common(page, variables(command(Commands.DEFAULT), UsageHelp.COMMON));
        return page.section("EXAMPLES")
                .verbatim(texts.get("program.footer"))
                .section("SEE ALSO")
                .text(String.join(
                        ", ", Commands.NAMES.stream().map(Manual::reference).toList()))
                .toString();
    }

    /** The page of a command. */
    String command(String name, String summary) {
        CommandSpec command = command(name);
        List<String> groups = UsageHelp.groups(command).toList();
        ManualPage page = new ManualPage(Application.PROGRAM + "-" + name, version, summary)
                .section("SYNOPSIS")
                .text(texts.get(name + ".synopsis"))
                .section("DESCRIPTION")
                .text(texts.get(name + ".description"))
                .section("OPTIONS");
        for (String group : groups) {
            page.subsection(texts.get("group." + group));
            UsageHelp.shown(command, group)
                    .forEach(option -> page.item(
                            names(option),
                            String.join(" ", option.description()).replace("%%", "%")));
        }
        common(page, variables(command, groups));
        return page.section("EXAMPLES")
                .verbatim(texts.get(name + ".examples"))
                .section("SEE ALSO")
                .text(Application.PROGRAM + "(1)")
                .toString();
    }

    private void common(ManualPage page, List<String> variables) {
        page.section("EXIT STATUS");
        EXIT_CODES.forEach(code -> page.item(code, texts.get("exit." + code)));
        page.section("ENVIRONMENT").text(texts.get("manual.environment"));
        variables.forEach(variable -> page.item(
                variable,
                "--"
                        + variable.substring("SHARE_IMAGE_".length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-')));
        page.section("FILES");
        for (String file : List.of("profile", "state")) {
            page.item(texts.get("manual.file." + file), texts.get("manual.file." + file + ".text"));
        }
    }

    private static List<String> variables(CommandSpec command, List<String> groups) {
        return groups.stream()
                .flatMap(group -> UsageHelp.shown(command, group).stream())
                .map(EnvironmentDefaults::variable)
                .flatMap(Optional::stream)
                .toList();
    }

    private static String names(OptionSpec option) {
        String names = String.join(", ", option.names());
        if (option.arity().max() == 0) {
            return names;
        }
        return option.arity().min() == 0 ? names + "[=" + option.paramLabel() + "]" : names + "=" + option.paramLabel();
    }

    private CommandSpec command(String name) {
        return Objects.requireNonNull(program.getSubcommands().get(name)).getCommandSpec();
    }

    private static String reference(String command) {
        return Application.PROGRAM + "-" + command + "(1)";
    }
}

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
                        texts,
                        description.lines().findFirst().orElse(""))
                .section(title("synopsis"))
                .text(texts.get("program.synopsis"))
                .section(title("description"))
                .text(description.replace("\n", texts.language().equals("en") ? " " : ""))
                .section(title("commands"));
        Commands.NAMES.forEach(name -> page.item(name, texts.get(name + ".summary")));
        common(page, variables(spec(Commands.DEFAULT), UsageHelp.COMMON));
        return page.section(title("examples"))
                .verbatim(texts.get("program.footer"))
                .section(title("see-also"))
                .text(String.join(
                        ", ", Commands.NAMES.stream().map(Manual::reference).toList()))
                .toString();
    }

    /** The page of a command. */
    String command(String name) {
        CommandSpec command = spec(name);
        List<String> groups = UsageHelp.groups(command).toList();
        ManualPage page = new ManualPage(Application.PROGRAM + "-" + name, version, texts, texts.get(name + ".summary"))
                .section(title("synopsis"))
                .text(texts.get(name + ".synopsis"))
                .section(title("description"))
                .text(texts.get(name + ".description"))
                .section(title("options"));
        for (String group : groups) {
            page.subsection(texts.get("group." + group));
            UsageHelp.shown(command, group)
                    .forEach(option -> page.item(
                            names(option),
                            String.join(" ", option.description()).replace("%%", "%")));
        }
        common(page, variables(command, groups));
        return page.section(title("examples"))
                .verbatim(texts.get(name + ".examples"))
                .section(title("see-also"))
                .text(Application.PROGRAM + "(1)")
                .toString();
    }

    private String title(String section) {
        return texts.get("manual.title." + section);
    }

    private void common(ManualPage page, List<String> variables) {
        page.section(title("exit-status"));
        EXIT_CODES.forEach(code -> page.item(code, texts.get("exit." + code)));
        page.section(title("environment")).text(texts.get("manual.environment"));
        variables.forEach(variable -> page.item(
                variable,
                "--"
                        + variable.substring("SHARE_IMAGE_".length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-')));
        page.section(title("files"));
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

    private CommandSpec spec(String name) {
        return Objects.requireNonNull(program.getSubcommands().get(name)).getCommandSpec();
    }

    private static String reference(String command) {
        return Application.PROGRAM + "-" + command + "(1)";
    }
}

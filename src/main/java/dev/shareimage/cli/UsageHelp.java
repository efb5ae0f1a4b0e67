package dev.shareimage.cli;

import dev.shareimage.cli.options.OutputOptions;
import dev.shareimage.domain.Messages;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The library's help with our sections: options in groups with headings, and examples to paste. */
final class UsageHelp {

    private static final int MIN_COLUMNS = 60;
    private static final int MAX_COLUMNS = 100;

    /** The groups of options that every command accepts. The help shows them after the command's own. */
    static final List<String> COMMON = List.of("change", "safeguards", "cloud", "output");

    private static final String CHANGE = "change";

    /** This option is in the group of the connection, but only matters to commands that change something. */
    private static final String SETTLE = "--settle";

    private static final Set<String> NEVER_SHOWN = Set.of("help");

    private final Messages texts;
    private final int columns;
    private final Ansi ansi;
    private final HelpText text;

    UsageHelp(Messages texts, int columns, Ansi ansi) {
        this.texts = texts;
        this.columns = Math.max(MIN_COLUMNS, Math.min(MAX_COLUMNS, columns));
        this.ansi = ansi;
        this.text = new HelpText(this.columns);
    }

    /** The help for a person, with colors only on a terminal. */
    static UsageHelp of(ProcessContext context, OutputOptions options) {
        boolean color = context.terminal().output()
                && options.color()
                && context.environment().getOrDefault("NO_COLOR", "").isEmpty();
        return new UsageHelp(
                Messages.load("help", options.language()), context.terminal().columns(), color ? Ansi.ON : Ansi.OFF);
    }

    /** The help of the whole program: what it does, the commands, an example of each scenario. */
    String program() {
        CommandLine program = Commands.program();
        program.getSubcommands()
                .forEach((name, command) ->
                        command.getCommandSpec().usageMessage().header(literal(texts.get(name + ".summary"))));
        Map<String, IHelpSectionRenderer> sections = program.getHelpSectionMap();
        sections.put(
                UsageMessageSpec.SECTION_KEY_DESCRIPTION,
                help -> text.fill(texts.get("program.description")) + "\n\n" + usage("program"));
        sections.put(UsageMessageSpec.SECTION_KEY_FOOTER, help -> "\n" + text.fill(texts.get("program.footer")) + "\n");
        program.getCommandSpec()
                .usageMessage()
                .commandListHeading("%n" + literal(texts.get("program.commands")) + "%n");
        return usage(
                program,
                UsageMessageSpec.SECTION_KEY_DESCRIPTION,
                UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
                UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
                UsageMessageSpec.SECTION_KEY_FOOTER);
    }

    /** The help of one command. */
    String command(String name) {
        CommandLine command =
                Objects.requireNonNull(Commands.program().getSubcommands().get(name));
        command.setResourceBundle(new HelpBundle(texts));
        command.getCommandSpec().usageMessage().description("%n" + literal(texts.get(name + ".description")));
        Map<String, IHelpSectionRenderer> sections = command.getHelpSectionMap();
        sections.put(UsageMessageSpec.SECTION_KEY_SYNOPSIS, help -> usage(name));
        sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, this::options);
        sections.put(
                UsageMessageSpec.SECTION_KEY_FOOTER,
                help -> "\n" + texts.get("examples") + "\n" + text.fill(texts.get(name + ".examples")) + "\n");
        return usage(
                command,
                UsageMessageSpec.SECTION_KEY_SYNOPSIS,
                UsageMessageSpec.SECTION_KEY_DESCRIPTION,
                UsageMessageSpec.SECTION_KEY_OPTION_LIST,
                UsageMessageSpec.SECTION_KEY_FOOTER);
    }

    private String usage(String name) {
        return text.usage(texts.get("usage"), texts.get(name + ".synopsis"));
    }

    private String usage(CommandLine command, String... sections) {
        command.setHelpSectionKeys(List.of(sections));
        return command.setUsageHelpWidth(columns).getUsageMessage(ansi);
    }

    private String options(Help help) {
        List<OptionSpec> all = groups(help.commandSpec())
                .flatMap(group -> shown(help.commandSpec(), group).stream())
                .toList();
        StringBuilder text = new StringBuilder();
        groups(help.commandSpec())
                .forEach(group -> text.append(help.createHeading("%n" + literal(texts.get("group." + group)) + "%n"))
                        .append(help.optionListExcludingGroups(
                                shown(help.commandSpec(), group),
                                help.createDefaultLayout(all, List.of(), help.colorScheme()),
                                null,
                                help.parameterLabelRenderer())));
        return text.toString();
    }

    /** The groups in the help of a command: its own, then the common ones that matter to it. */
    static Stream<String> groups(CommandSpec command) {
        return Stream.concat(command.mixins().keySet().stream().filter(name -> !COMMON.contains(name)), COMMON.stream())
                .filter(group ->
                        !NEVER_SHOWN.contains(group) && !shown(command, group).isEmpty());
    }

    /** The options of a group in the help of a command. */
    static List<OptionSpec> shown(CommandSpec command, String group) {
        if (!(command.userObject() instanceof BaseCommand known)) {
            return List.of();
        }
        List<String> names = known.explained();
        boolean whole = !COMMON.contains(group) || group.equals("output") || names.contains(group);
        Stream<OptionSpec> settle = group.equals(CHANGE) && whole
                ? optionsOf(command, "cloud").stream().filter(UsageHelp::isSettle)
                : Stream.of();
        Stream<OptionSpec> own = optionsOf(command, group).stream()
                .filter(option -> whole || names.contains(option.longestName()))
                .filter(option -> !isSettle(option) && !known.withoutEffect().contains(option.longestName()));
        return Stream.concat(own, settle).toList();
    }

    private static boolean isSettle(OptionSpec option) {
        return option.longestName().equals(SETTLE);
    }

    /** The options that the help of a command leaves out, although it accepts them. */
    static List<OptionSpec> hidden(CommandSpec command) {
        Set<OptionSpec> shown =
                groups(command).flatMap(group -> shown(command, group).stream()).collect(Collectors.toSet());
        shown.addAll(optionsOf(command, "help"));
        return command.options().stream()
                .filter(option -> !shown.contains(option))
                .toList();
    }

    /** All options of a group. */
    static List<OptionSpec> optionsOf(CommandSpec command, String group) {
        CommandSpec mixin = command.mixins().get(group);
        return mixin == null ? List.of() : mixin.options();
    }

    /** Escapes percent signs, which the library would interpret. */
    static String literal(String text) {
        return text.replace("%", "%%");
    }
}

package dev.shareimage.cli;

import dev.shareimage.cli.options.AllOptions;
import dev.shareimage.cli.options.CloudOptions;
import dev.shareimage.cli.options.OptionDeclaration;
import dev.shareimage.cli.options.OptionGroup;
import dev.shareimage.cli.options.OutputOptions;
import dev.shareimage.domain.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The help: what there is, how it is used, an example of each. Its sentences stand in {@code help.properties}. */
final class HelpText {

    private static final int NARROWEST = 60;
    private static final int WIDEST = 100;

    private final Messages messages = Messages.load("help", "en");
    private final int columns;

    HelpText(int columns) {
        this.columns = Math.max(NARROWEST, Math.min(WIDEST, columns));
    }

    /** The help of the whole program: what it does, the commands, an example of each scenario. */
    String program() {
        StringBuilder text = new StringBuilder(messages.get("program.description")).append("\n\nCommands:\n");
        for (String name : Commands.NAMES) {
            text.append(String.format(Locale.ROOT, "  %-20s %s%n", name, messages.get(name + ".summary")));
        }
        return text.append('\n')
                .append(messages.get("program.footer"))
                .append('\n')
                .toString();
    }

    /** The help of one command. */
    String command(Command command) {
        CommandSpec specification = CommandSpec.create().name("share-image " + command.name());
        List<OptionGroup> groups = new ArrayList<>(command.groups());
        if (!groups.isEmpty()) {
            groups.add(CloudOptions.GROUP);
        }
        groups.add(OutputOptions.GROUP);
        for (int i = 0; i < groups.size(); i++) {
            specification.addArgGroup(group(command, groups.get(i), i));
        }
        UsageMessageSpec usage = specification.usageMessage();
        usage.width(columns)
                .sortOptions(false)
                .customSynopsis(messages.get(command.name() + ".synopsis").split("\n"))
                .description("%n" + literal(messages.get(command.name() + ".description")));
        return new CommandLine(specification).getUsageMessage(Ansi.OFF) + "\nExamples:\n"
                + messages.get(command.name() + ".examples") + "\n";
    }

    private ArgGroupSpec group(Command command, OptionGroup group, int order) {
        ArgGroupSpec.Builder builder = ArgGroupSpec.builder()
                .validate(false)
                .order(order)
                .heading("%n" + literal(messages.get(group.helpKey())) + "%n");
        group.options().forEach(option -> builder.addArg(option(command, option)));
        return builder.build();
    }

    private OptionSpec option(Command command, OptionDeclaration option) {
        String special = command.name() + "." + option.helpKey();
        String text = literal(messages.get(messages.has(special) ? special : option.helpKey()));
        return Specifications.of(option).description(text).build();
    }

    /** The library takes per cent signs for its own. */
    private static String literal(String text) {
        return text.replace("%", "%%");
    }

    /** Whether the arguments ask for help. */
    static boolean isWanted(Arguments arguments) {
        return arguments.has(AllOptions.HELP);
    }
}

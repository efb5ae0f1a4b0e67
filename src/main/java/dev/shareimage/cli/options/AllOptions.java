package dev.shareimage.cli.options;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every option of every command, by name. */
public final class AllOptions {

    /** The groups that every command takes, whether they matter to it or not: a script may always give them. */
    public static final List<OptionGroup> COMMON =
            List.of(ChangeOptions.GROUP, SafeguardOptions.GROUP, CloudOptions.GROUP, OutputOptions.GROUP);

    /** Shows what a command is for. */
    public static final OptionDeclaration HELP =
            OptionDeclaration.flag("--help", "-h").withoutEnvironment();

    /** Shows the version of the program. */
    public static final OptionDeclaration VERSION =
            OptionDeclaration.flag("--version", "-V").withoutEnvironment();

    /** The options of the commands themselves. */
    public static final List<OptionGroup> OF_COMMANDS = List.of(
            ImageOptions.GROUP_WITH_ALL,
            TargetOptions.GROUP,
            RemovalOptions.GROUP,
            TrustOptions.GROUP,
            ManifestOptions.GROUP,
            PolicyOptions.GROUP,
            RegionCheckOptions.GROUP,
            SandboxOptions.GROUP);

    private final Map<String, OptionDeclaration> byName = new HashMap<>();

    public AllOptions() {
        add(HELP);
        add(VERSION);
        Stream.concat(COMMON.stream(), OF_COMMANDS.stream())
                .flatMap(group -> group.options().stream())
                .forEach(this::add);
    }

    /** The option of that name. */
    public Optional<OptionDeclaration> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All names, long and short. */
    public List<String> names() {
        return byName.keySet().stream().sorted().toList();
    }

    private void add(OptionDeclaration option) {
        option.names().forEach(name -> byName.put(name, option));
    }
}

package dev.shareimage.cli.options;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the {@code sandbox} command is to do.
 *
 * @param task {@code serve}, {@code reset} or {@code env}
 * @param port 0 for any free one
 * @param faults a file that says what goes wrong
 * @param control whether the control address answers
 */
public record SandboxOptions(String task, int port, Optional<Path> faults, boolean control) {

    private static final List<String> TASKS = List.of("serve", "reset", "env");
    private static final int DEFAULT_PORT = 8787;
    private static final int LAST_PORT = 65_535;

    static final OptionDeclaration PORT = OptionDeclaration.value("PORT", "--port");
    static final OptionDeclaration FAULTS = OptionDeclaration.value("FILE", "--faults");
    static final OptionDeclaration CONTROL = OptionDeclaration.flag("--control");

    /** The group, for declaring it. */
    public static final OptionGroup GROUP = new OptionGroup("sandbox", List.of(PORT, FAULTS, CONTROL));

    /**
     * The options as they were given.
     *
     * @throws UsageException when no task is named, or not one of those that there are
     */
    public static SandboxOptions read(OptionValues values) throws UsageException {
        List<String> tasks = values.positionals();
        if (tasks.size() != 1 || !TASKS.contains(tasks.get(0))) {
            throw new UsageException("sandbox.what");
        }
        return new SandboxOptions(
                tasks.get(0),
                values.value(PORT, WholeNumber.between(0, LAST_PORT)).orElse(DEFAULT_PORT),
                values.value(FAULTS, FilePath::parse),
                values.given(CONTROL));
    }
}

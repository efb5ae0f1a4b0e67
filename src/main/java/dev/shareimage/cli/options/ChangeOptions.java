package dev.shareimage.cli.options;

import java.util.List;

/**
 * How careful a command that changes something is.
 *
 * @param yes do it without asking
 * @param dryRun show what would be done, and stop
 * @param exitCode with a dry run, tell by the exit code that changes are pending
 */
public record ChangeOptions(boolean yes, boolean dryRun, boolean exitCode) {

    static final OptionDeclaration YES = OptionDeclaration.flag("--yes", "-y").withoutEnvironment();
    static final OptionDeclaration DRY_RUN = OptionDeclaration.flag("--dry-run");
    static final OptionDeclaration EXIT_CODE = OptionDeclaration.flag("--exit-code");

    /** The group, for declaring it. */
    public static final OptionGroup GROUP = new OptionGroup("change", List.of(YES, DRY_RUN, EXIT_CODE));

    /** The options as they were given. */
    public static ChangeOptions read(OptionValues values) {
        return new ChangeOptions(values.given(YES), values.given(DRY_RUN), values.given(EXIT_CODE));
    }
}

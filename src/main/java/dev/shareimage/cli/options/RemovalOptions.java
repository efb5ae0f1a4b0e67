package dev.shareimage.cli.options;

import java.util.List;

/**
 * What {@code unshare} takes away besides.
 *
 * @param all every target instead of the ones named
 * @param pruneTrust also the trust that no encrypted image needs any more
 */
public record RemovalOptions(boolean all, boolean pruneTrust) {

    static final OptionDeclaration ALL = OptionDeclaration.flag("--all").withoutEnvironment();
    static final OptionDeclaration PRUNE_TRUST =
            OptionDeclaration.flag("--prune-trust").withoutEnvironment();

    /** The group, for declaring it. */
    public static final OptionGroup GROUP = new OptionGroup("removal", List.of(ALL, PRUNE_TRUST));

    /**
     * The options as they were given.
     *
     * @throws UsageException when both all and some targets are to lose the image, or none
     */
    public static RemovalOptions read(OptionValues values) throws UsageException {
        boolean all = values.given(ALL);
        if (all && TargetOptions.anyGiven(values)) {
            throw new UsageException("usage.all-or-targets");
        }
        if (!all && !TargetOptions.anyGiven(values)) {
            throw new UsageException("usage.no-targets-or-all");
        }
        return new RemovalOptions(all, values.given(PRUNE_TRUST));
    }
}

package dev.shareimage.cli.options;

import dev.shareimage.app.ShareService.TrustMode;
import java.util.List;

/**
 * What {@code set-trust} does with its targets.
 *
 * @param print only print the policy that the targets alone give
 */
public record TrustOptions(TrustMode mode, boolean print) {

    static final OptionDeclaration REPLACE = OptionDeclaration.flag("--replace").withoutEnvironment();
    static final OptionDeclaration REMOVE = OptionDeclaration.flag("--remove").withoutEnvironment();
    static final OptionDeclaration PRINT = OptionDeclaration.flag("--print");

    /** The group, for declaring it. */
    public static final OptionGroup GROUP = new OptionGroup("trust", List.of(REPLACE, REMOVE, PRINT));

    /**
     * The options as they were given.
     *
     * @throws UsageException when they contradict each other
     */
    public static TrustOptions read(OptionValues values) throws UsageException {
        boolean replace = values.given(REPLACE);
        boolean remove = values.given(REMOVE);
        boolean print = values.given(PRINT);
        if (replace && remove) {
            throw new UsageException("usage.not-both", REPLACE.name(), REMOVE.name());
        }
        if (print && remove) {
            throw new UsageException("usage.not-both", PRINT.name(), REMOVE.name());
        }
        return new TrustOptions(replace ? TrustMode.REPLACE : remove ? TrustMode.REMOVE : TrustMode.MERGE, print);
    }
}

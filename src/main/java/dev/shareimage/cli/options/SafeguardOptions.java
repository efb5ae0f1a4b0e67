package dev.shareimage.cli.options;

import java.util.List;

/**
 * What may be skipped.
 *
 * @param force go on in spite of the checks that say it can be overridden
 * @param allowUnlistedRegion let the cloud decide about a region that is not listed
 * @param noSetup leave role, policy and trust alone
 */
public record SafeguardOptions(boolean force, boolean allowUnlistedRegion, boolean noSetup) {

    static final OptionDeclaration FORCE = OptionDeclaration.flag("--force").withoutEnvironment();
    static final OptionDeclaration ALLOW_UNLISTED_REGION = OptionDeclaration.flag("--allow-unlisted-region");
    static final OptionDeclaration NO_SETUP = OptionDeclaration.flag("--no-setup");

    /** The group, for declaring it. */
    public static final OptionGroup GROUP =
            new OptionGroup("safeguards", List.of(FORCE, ALLOW_UNLISTED_REGION, NO_SETUP));

    /** The group of commands that touch the role alone, for declaring it. */
    public static final OptionGroup FORCE_ALONE = new OptionGroup("safeguards", List.of(FORCE));

    /** The options as they were given. */
    public static SafeguardOptions read(OptionValues values) {
        return new SafeguardOptions(values.given(FORCE), values.given(ALLOW_UNLISTED_REGION), values.given(NO_SETUP));
    }
}

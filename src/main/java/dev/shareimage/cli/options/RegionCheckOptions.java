package dev.shareimage.cli.options;

import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What {@code check-region} looks up.
 *
 * @param regions the ones named, maybe none
 * @param all every listed region
 */
public record RegionCheckOptions(List<RegionId> regions, List<ZoneId> zones, boolean all) {

    static final OptionDeclaration ZONE = OptionDeclaration.list("ZONE,…", "--zone");
    private static final Pattern ZONE_FORM = Pattern.compile("[a-z]{2,10}(-[a-z0-9]{1,16}){1,4}-?[a-z]");

    static final OptionDeclaration ALL = RemovalOptions.ALL;

    /** The group, for declaring it. */
    public static final OptionGroup GROUP = new OptionGroup("regions", List.of(ZONE, ALL));

    public RegionCheckOptions {
        regions = List.copyOf(regions);
        zones = List.copyOf(zones);
    }

    /**
     * The options as they were given.
     *
     * @throws UsageException when regions are named and all are asked for at once
     */
    public static RegionCheckOptions read(OptionValues values) throws UsageException {
        List<RegionId> regions = new ArrayList<>();
        for (String positional : values.positionals()) {
            regions.addAll(values.entries("REGION", positional, RegionId::new));
        }
        boolean all = values.given(ALL);
        if (all && !regions.isEmpty()) {
            throw new UsageException("usage.not-both", "REGION", ALL.name());
        }
        return new RegionCheckOptions(
                regions.stream().distinct().toList(),
                values.list(ZONE, RegionCheckOptions::zone).stream().distinct().toList(),
                all);
    }

    /** Whether neither a region nor a zone was named, so that the configured region is meant. */
    public boolean namesNothing() {
        return !all && regions.isEmpty() && zones.isEmpty();
    }

    /** The same for that region. */
    public RegionCheckOptions withRegion(RegionId region) {
        return new RegionCheckOptions(List.of(region), zones, all);
    }

    private static ZoneId zone(String text) {
        if (!ZONE_FORM.matcher(text).matches()) {
            throw InvalidValueException.of(text, "is not a zone id, as in cn-hongkong-b or ap-southeast-1a");
        }
        return new ZoneId(text);
    }
}

package dev.shareimage.cli.options;

import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** What {@code check-region} looks up, besides the named regions. */
public final class RegionCheckOptions {

    @Option(names = "--zone", paramLabel = "ZONE,…", converter = ZonesConverter.class)
    private List<ZoneId> zones = List.of();

    @NotFromEnvironment
    @Option(names = "--all", arity = "0")
    private boolean all;

    public List<ZoneId> zones() {
        return zones.stream().distinct().toList();
    }

    /** Every listed region. */
    public boolean all() {
        return all;
    }

    static final class ZonesConverter extends ListConverter<ZoneId> {

        private static final Pattern FORM = Pattern.compile("[a-z]{2,10}(-[a-z0-9]{1,16}){1,4}-?[a-z]");

        @Override
        protected ZoneId entry(String text) {
            if (!FORM.matcher(text).matches()) {
                throw InvalidValueException.of(text, "is not a zone id, as in cn-hongkong-b or ap-southeast-1a");
            }
            return new ZoneId(text);
        }
    }
}

package dev.shareimage.cli.options;

import dev.shareimage.domain.CopyTarget;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The requested copies. */
public final class CopyOptions {

    private static final String COPY_TO = "--copy-to";

    @NotFromEnvironment
    @Option(names = COPY_TO, paramLabel = "REGION[=KEY],…", converter = TargetsConverter.class)
    private @Nullable List<CopyTarget> targets;

    /** The regions of the requested copies; may be empty. */
    public List<CopyTarget> targets() {
        return targets == null ? List.of() : targets.stream().distinct().toList();
    }

    /**
     * Checks them. Called first.
     *
     * @throws UsageException if a region is named twice, with different keys
     */
    public void check() throws UsageException {
        long regions = targets().stream().map(CopyTarget::region).distinct().count();
        if (regions < targets().size()) {
            throw new UsageException("usage.copy-twice", COPY_TO);
        }
    }

    static final class TargetsConverter extends ListConverter<CopyTarget> {
        @Override
        protected CopyTarget entry(String text) {
            return CopyTarget.parse(text);
        }
    }
}

package dev.shareimage.cli.options;

import dev.shareimage.app.manifest.Manifest;
import dev.shareimage.app.manifest.ManifestReader;
import java.util.List;
import java.util.Optional;

/**
 * What {@code apply} makes true.
 *
 * @param prune whether images are taken away from everybody whom the manifest does not name
 */
public record ManifestOptions(Manifest manifest, boolean prune) {

    static final OptionDeclaration FILE =
            OptionDeclaration.value("FILE", "--file", "-f").withoutEnvironment();
    static final OptionDeclaration PRUNE = OptionDeclaration.flag("--prune").withoutEnvironment();

    /** The group, for declaring it. */
    public static final OptionGroup GROUP = new OptionGroup("manifest", List.of(FILE, PRUNE));

    /**
     * The options as they were given, the manifest read.
     *
     * @throws UsageException when no file is named or it cannot be read
     */
    public static Optional<ManifestOptions> read(OptionValues values) throws UsageException {
        if (!values.given(FILE)) {
            throw new UsageException("usage.no-manifest");
        }
        boolean prune = values.given(PRUNE);
        return values.file(FILE, ManifestReader.LONGEST, ManifestReader::read)
                .map(manifest -> new ManifestOptions(manifest, prune));
    }
}

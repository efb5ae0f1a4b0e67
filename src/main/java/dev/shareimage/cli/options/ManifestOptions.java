package dev.shareimage.cli.options;

import dev.shareimage.app.manifest.Manifest;
import dev.shareimage.app.manifest.ManifestReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code apply} makes true. */
public final class ManifestOptions {

    @NotFromEnvironment
    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            converter = ManifestConverter.class)
    private @Nullable Manifest manifest;

    @NotFromEnvironment
    @Option(names = "--prune", arity = "0")
    private boolean prune;

    /**
     * The manifest, read.
     *
     * @throws UsageException when no file is named
     */
    public Manifest manifest() throws UsageException {
        if (manifest == null) {
            throw new UsageException("usage.no-manifest");
        }
        return manifest;
    }

    /** Whether images are taken away from everybody whom the manifest does not name. */
    public boolean prune() {
        return prune;
    }

    static final class ManifestConverter extends FileConverter<Manifest> {
        ManifestConverter() {
            super(ManifestReader.LONGEST);
        }

        @Override
        Manifest parse(String name, String text) {
            return ManifestReader.read(name, text);
        }
    }
}

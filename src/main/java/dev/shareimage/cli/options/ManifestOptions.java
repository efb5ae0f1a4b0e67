package dev.shareimage.cli.options;

import dev.shareimage.app.manifest.ListFiles;
import dev.shareimage.app.manifest.Manifest;
import dev.shareimage.app.manifest.ManifestReader;
import dev.shareimage.app.manifest.NamedManifest;
import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.Messages;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The manifest of {@code apply}. */
public final class ManifestOptions {

    @NotFromEnvironment
    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            converter = NamedManifestConverter.class)
    private @Nullable NamedManifest manifest;

    @NotFromEnvironment
    @Option(names = "--prune", arity = "0")
    private boolean prune;

    @NotFromEnvironment
    @Option(names = "--prune-trust", arity = "0")
    private boolean pruneTrust;

    /** Whether trust that is no longer needed is removed. Pruning always does that. */
    public boolean pruneTrust() {
        return pruneTrust || prune;
    }

    /**
     * The parsed manifest.
     *
     * @throws UsageException if no file is named
     */
    public Manifest manifest() throws UsageException {
        if (manifest == null) {
            throw new UsageException("usage.no-manifest");
        }
        return manifest.manifest();
    }

    /** The name of the manifest's file, as it was given. */
    public String fileName() {
        return manifest == null ? "" : manifest.name();
    }

    /** Whether images are unshared from all targets that the manifest does not name. */
    public boolean prune() {
        return prune;
    }

    /** Keeps the name of the file. */
    static final class NamedManifestConverter extends FileReading<NamedManifest> {
        @Override
        public NamedManifest convert(String name) throws UsageException {
            ManifestConverter manifests = new ManifestConverter();
            manifests.bind(option(), reader());
            return new NamedManifest(name, manifests.convert(name));
        }
    }

    static final class ManifestConverter extends FileConverter<Manifest> {

        /** The name in messages of the lists that a manifest names. */
        private static final String LIST = "list";

        ManifestConverter() {
            super(ManifestReader.MAX_LENGTH);
        }

        @Override
        Manifest parse(String name, String text) {
            return ManifestReader.read(name, text);
        }

        @Override
        Manifest parse(String given, String name, String text) {
            return ManifestReader.read(name, text, list -> lines(given, list));
        }

        private List<ListFiles.Line> lines(String manifest, String list) {
            try {
                return reader().listBeside(LIST, manifest, list).stream()
                        .map(entry -> new ListFiles.Line(entry.text(), entry.file(), entry.line(), entry.column()))
                        .toList();
            } catch (UsageException e) {
                throw new InvalidValueException(e.problems().stream()
                        .map(problem -> Messages.load("cli", "en")
                                .get(problem.key(), problem.arguments().toArray()))
                        .collect(Collectors.joining("; ")));
            }
        }
    }
}

package dev.shareimage.cli.options;

/** Converts {@code --packer-manifest}. */
final class PackerManifestConverter extends FileConverter<PackerManifest> {

    /** The maximum size. Each run of Packer adds a few hundred bytes. */
    private static final int MAX_BYTES = 16 << 20;

    PackerManifestConverter() {
        super(MAX_BYTES);
    }

    @Override
    PackerManifest parse(String name, String text) {
        return PackerManifest.read(name, text);
    }
}

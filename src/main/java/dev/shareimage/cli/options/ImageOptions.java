package dev.shareimage.cli.options;

import dev.shareimage.domain.ImageId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name images. */
public class ImageOptions {

    @NotFromEnvironment
    @Option(
            names = "--image-id",
            paramLabel = "IMAGE,…",
            preprocessor = SeveralImages.class,
            converter = ImagesConverter.class)
    private @Nullable List<ImageId> images;

    /** The images, maybe none. */
    public final List<ImageId> images() {
        return images == null ? List.of() : List.copyOf(images);
    }

    /**
     * To be called where an image is needed.
     *
     * @throws UsageException when none is named
     */
    public final void require() throws UsageException {
        if (images == null) {
            throw new UsageException("usage.no-images");
        }
    }

    static final class ImagesConverter extends ListConverter<ImageId> {
        @Override
        protected ImageId entry(String text) {
            return new ImageId(text);
        }
    }
}

package dev.shareimage.cli.options;

import dev.shareimage.domain.ImageId;
import java.util.List;

/** Which images. */
public final class ImageOptions {

    static final OptionDeclaration IMAGE_ID = OptionDeclaration.list("IMAGE,…", "--image-id")
            .withValuePrefix("m-")
            .withoutEnvironment();
    static final OptionDeclaration ALL_IMAGES = OptionDeclaration.flag("--all-images");

    /** The group, for declaring it. */
    public static final OptionGroup GROUP = new OptionGroup("images", List.of(IMAGE_ID));

    /** The group of commands that can mean every image. */
    public static final OptionGroup GROUP_WITH_ALL = new OptionGroup("images", List.of(IMAGE_ID, ALL_IMAGES));

    private ImageOptions() {}

    /** The images, maybe none. */
    public static List<ImageId> read(OptionValues values) throws UsageException {
        return values.list(IMAGE_ID, ImageId::new);
    }

    /**
     * The images, at least one.
     *
     * @throws UsageException when none is named
     */
    public static List<ImageId> readSome(OptionValues values) throws UsageException {
        if (!values.given(IMAGE_ID)) {
            throw new UsageException("usage.no-images");
        }
        return read(values);
    }

    /**
     * The images, or an empty list for all of the region.
     *
     * @throws UsageException when some and all are asked for at once
     */
    public static List<ImageId> readSomeOrAll(OptionValues values) throws UsageException {
        if (values.given(IMAGE_ID) && values.givenInArguments(ALL_IMAGES)) {
            throw new UsageException("usage.not-both", IMAGE_ID.name(), ALL_IMAGES.name());
        }
        return read(values);
    }
}

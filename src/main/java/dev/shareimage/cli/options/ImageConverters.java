package dev.shareimage.cli.options;

import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.NamePattern;
import dev.shareimage.domain.RegionId;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;

/** Parses the values of the options that name images. */
final class ImageConverters {

    private static final int MAX_NEWEST = 1000;

    private ImageConverters() {}

    /** An image by id, optionally with its region. */
    record NamedImage(Optional<RegionId> region, ImageId id) {}

    /** A tag of the images. */
    record ImageTag(String key, String value) {}

    static final class Images extends ListConverter<NamedImage> {
        @Override
        protected NamedImage entry(String text) {
            if (text.indexOf(':') < 0) {
                return new NamedImage(Optional.empty(), new ImageId(text));
            }
            ImageRef ref = ImageRef.parse(text);
            return new NamedImage(Optional.of(ref.region()), ref.id());
        }
    }

    static final class Names extends ListConverter<NamePattern> {
        @Override
        protected NamePattern entry(String text) {
            return new NamePattern(text);
        }
    }

    static final class Families extends ListConverter<String> {
        @Override
        protected String entry(String text) {
            return text;
        }
    }

    /** A value may contain commas, so each option is one tag. */
    static final class Tag implements ITypeConverter<ImageTag> {
        @Override
        public ImageTag convert(String text) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw InvalidValueException.of(text, "is not a tag with its value, as in env=prod");
            }
            return new ImageTag(text.substring(0, equals), text.substring(equals + 1));
        }
    }

    static final class Newest implements ITypeConverter<Integer> {

        private static final WholeNumber NUMBER = new WholeNumber(1, MAX_NEWEST) {};

        @Override
        public Integer convert(String text) {
            return OptionalValue.of(text).map(NUMBER::convert).orElse(1);
        }
    }
}

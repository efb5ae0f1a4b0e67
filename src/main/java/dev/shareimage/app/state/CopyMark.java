package dev.shareimage.app.state;

import dev.shareimage.cloud.Image;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.RegionId;
import java.util.Map;
import java.util.Optional;

/**
 * Identifies a copy: by two tags that name its source, and by the end of its name, which contains the same. A list may
 * show a copy before it shows its tags, and people may change either.
 *
 * @param source the image that the copy is made from
 */
public record CopyMark(ImageRef source) {

    public static final String IMAGE_TAG = "share-image:source-image";
    public static final String REGION_TAG = "share-image:source-region";

    private static final String FROM = "_from_";

    /** The maximum length of an image's name (vendor documentation). */
    private static final int MAX_NAME = 128;

    /** The tags of the copy. */
    public Map<String, String> tags() {
        return Map.of(
                IMAGE_TAG, source.id().value(), REGION_TAG, source.region().value());
    }

    /** The name of the copy: the name of the source, shortened if necessary, and the source's id. */
    public String name(String sourceName) {
        String end = nameEnd();
        return beginning(sourceName, MAX_NAME - end.length()) + end;
    }

    private String nameEnd() {
        return FROM + source.region() + "_" + source.id();
    }

    /** The allowed characters: a name begins with a letter, and some beginnings are reserved for the vendor. */
    private static String beginning(String name, int max) {
        StringBuilder clean = new StringBuilder();
        name.codePoints()
                .map(sign -> Character.isLetterOrDigit(sign) || ":._-".indexOf(sign) >= 0 ? sign : '-')
                .filter(Character::isBmpCodePoint)
                .limit(max)
                .forEach(clean::appendCodePoint);
        String text = clean.toString();
        boolean fit = !text.isEmpty()
                && Character.isLetter(text.charAt(0))
                && !text.startsWith("acs:")
                && !text.startsWith("aliyun");
        return fit ? text : ("copy-" + text).substring(0, Math.min(max, text.length() + 5));
    }

    /** Whether the image is a copy of the source. If it has the tags, they decide, and not the name. */
    public boolean isOn(Image image) {
        return of(image).filter(this::equals).isPresent();
    }

    /** The source of the image, if it is a copy that this program made. */
    public static Optional<CopyMark> of(Image image) {
        String id = image.tags().get(IMAGE_TAG);
        String region = image.tags().get(REGION_TAG);
        return id == null || region == null ? ofName(image.name()) : of(region, id);
    }

    private static Optional<CopyMark> ofName(String name) {
        int from = name.lastIndexOf(FROM);
        int id = from < 0 ? -1 : name.indexOf("_m-", from + FROM.length());
        return id < 0 ? Optional.empty() : of(name.substring(from + FROM.length(), id), name.substring(id + 1));
    }

    /** People may have written any text there. */
    private static Optional<CopyMark> of(String region, String id) {
        try {
            return Optional.of(new CopyMark(new ImageRef(new RegionId(region), new ImageId(id))));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }
}

package dev.shareimage.cli.options;

import dev.shareimage.app.ImageQuery;
import dev.shareimage.app.ImageQuery.Filter;
import dev.shareimage.cli.options.ImageConverters.ImageTag;
import dev.shareimage.cli.options.ImageConverters.NamedImage;
import dev.shareimage.cli.options.UsageException.Problem;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.NamePattern;
import dev.shareimage.domain.RegionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name images. */
public class ImageOptions {

    protected static final String WAIT = "--wait";

    private static final List<String> OPTIONS = List.of("--image-", "--packer-manifest", "--all-images");

    @NotFromEnvironment
    @Option(
            names = "--image-id",
            paramLabel = "IMAGE,…",
            preprocessor = SeveralImages.class,
            converter = ImageConverters.Images.class)
    private @Nullable List<NamedImage> images;

    @NotFromEnvironment
    @Option(names = "--image-name", paramLabel = "PATTERN,…", converter = ImageConverters.Names.class)
    private @Nullable List<NamePattern> names;

    @NotFromEnvironment
    @Option(names = "--image-family", paramLabel = "NAME,…", converter = ImageConverters.Families.class)
    private @Nullable List<String> families;

    @NotFromEnvironment
    @Option(names = "--image-tag", paramLabel = "KEY=VALUE", converter = ImageConverters.Tag.class)
    private @Nullable List<ImageTag> tags;

    @NotFromEnvironment
    @Option(
            names = "--newest",
            paramLabel = "N",
            arity = "0..1",
            preprocessor = OptionalValue.Count.class,
            converter = ImageConverters.Newest.class)
    private @Nullable Integer newest;

    @NotFromEnvironment
    @Option(names = "--packer-manifest", paramLabel = "FILE", converter = PackerManifestConverter.class)
    private @Nullable PackerManifest packerManifest;

    @Option(names = WAIT, arity = "0")
    private boolean wait;

    /** Whether all images are requested. */
    protected boolean all() {
        return false;
    }

    /** The ids that were named without a region. */
    public final List<ImageId> images() {
        return named().stream()
                .filter(image -> image.region().isEmpty())
                .map(NamedImage::id)
                .toList();
    }

    /** Whether no images are requested. */
    public final boolean isEmpty() {
        return !namesSome() && !all();
    }

    /** The first option that names or describes images, for messages. */
    protected final String someOption() {
        return !named().isEmpty()
                ? "--image-id"
                : packerManifest != null
                        ? "--packer-manifest"
                        : names != null ? "--image-name" : families != null ? "--image-family" : "--image-tag";
    }

    /** Whether images are named or described. */
    public final boolean namesSome() {
        return !named().isEmpty() || packerManifest != null || !filters().isEmpty();
    }

    /**
     * The requested images.
     *
     * @param regions the regions of images that are named without a region
     * @param allRegions searches every region that the account can use
     */
    public final ImageQuery query(List<RegionId> regions, boolean allRegions) {
        List<ImageRef> refs = new ArrayList<>();
        named().forEach(image -> image.region().ifPresent(region -> refs.add(new ImageRef(region, image.id()))));
        if (packerManifest != null) {
            refs.addAll(packerManifest.images());
        }
        return new ImageQuery(
                regions,
                allRegions,
                images(),
                refs,
                filters(),
                newest == null ? OptionalInt.empty() : OptionalInt.of(newest),
                all(),
                false);
    }

    /** Whether to wait for images that are being created. */
    public boolean waits() {
        return wait && !isEmpty();
    }

    /**
     * The problems of these options.
     *
     * @param typed whether an option with this beginning was typed, even with an invalid value
     */
    public final List<Problem> problems(Predicate<String> typed) {
        List<Problem> problems = new ArrayList<>(problems());
        if (isEmpty() && typed.test(WAIT) && OPTIONS.stream().noneMatch(typed)) {
            problems.add(Problem.of("usage.no-images"));
        }
        return problems;
    }

    /** Packer builders whose results are not images of this cloud. */
    public final List<String> passedOver() {
        return packerManifest == null ? List.of() : packerManifest.passedOver();
    }

    /**
     * The problems of these options if images are required.
     *
     * @param typed whether an option with this beginning was typed, even with an invalid value
     */
    public final List<Problem> problemsOfSome(Predicate<String> typed) {
        List<Problem> problems = new ArrayList<>(problems());
        if (isEmpty() && OPTIONS.stream().noneMatch(typed)) {
            problems.add(Problem.of("usage.no-images"));
        }
        return problems;
    }

    /** The problems of these options. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (newest != null && filters().isEmpty()) {
            problems.add(Problem.of("usage.newest-of-what"));
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (ImageTag tag : tags == null ? List.<ImageTag>of() : tags) {
            String other = values.putIfAbsent(tag.key(), tag.value());
            if (other != null && !other.equals(tag.value())) {
                problems.add(Problem.of("usage.tag-twice", Quoting.visible(tag.key())));
            }
        }
        return problems;
    }

    private List<NamedImage> named() {
        return images == null ? List.of() : images;
    }

    /** Several names are alternatives. Several tags must all match. Names, families and tags restrict one another. */
    private List<Filter> filters() {
        Map<String, String> all = new LinkedHashMap<>();
        for (ImageTag tag : tags == null ? List.<ImageTag>of() : tags) {
            all.put(tag.key(), tag.value());
        }
        List<Filter> filters = new ArrayList<>();
        for (Optional<NamePattern> name : each(names)) {
            for (Optional<String> family : each(families)) {
                if (name.isPresent() || family.isPresent() || !all.isEmpty()) {
                    filters.add(new Filter(name, family, all));
                }
            }
        }
        return filters;
    }

    private static <T> List<Optional<T>> each(@Nullable List<T> values) {
        return values == null || values.isEmpty()
                ? List.of(Optional.empty())
                : values.stream().map(Optional::of).toList();
    }
}

package dev.shareimage.app.manifest;

import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.manifest.Manifest.ImageTargets;
import dev.shareimage.app.manifest.Manifest.RegionImages;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.ShareTarget;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ends of the shares of a manifest. It keeps only images with such a share. */
public final class ShareTerms {

    /** Creates terms without ends. */
    public static final ShareTerms NONE = new ShareTerms(Map.of());

    private final Map<ImageRef, List<Grant>> grants;

    private ShareTerms(Map<ImageRef, List<Grant>> grants) {
        this.grants = grants;
    }

    /** Reads the ends from a manifest. */
    public static ShareTerms of(Manifest manifest) {
        Map<ImageRef, List<Grant>> grants = new HashMap<>();
        for (RegionImages region : manifest.regions()) {
            for (ImageTargets image : region.images()) {
                if (image.grants().stream().anyMatch(grant -> grant.until() != null)) {
                    grants.put(new ImageRef(region.region(), image.image()), image.grants());
                }
            }
        }
        return new ShareTerms(grants);
    }

    /** Whether any share of an image has an end. */
    public boolean anyEnds(ImageRef image) {
        return grants.containsKey(image);
    }

    /** The last day of a share, or null if it has none or the manifest does not name it. */
    public @Nullable LocalDate until(ImageRef image, ShareTarget target) {
        List<Grant> naming = naming(image, target).toList();
        return naming.stream().anyMatch(grant -> grant.until() == null)
                ? null
                : naming.stream()
                        .map(Grant::until)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    /** Whether the manifest names a share whose last day is before a day. */
    public boolean endedBefore(LocalDate day, ImageRef image, ShareTarget target) {
        List<Grant> naming = naming(image, target).toList();
        return !naming.isEmpty() && naming.stream().noneMatch(grant -> grant.holdsOn(day));
    }

    /** The accounts whose share of an image the manifest names, with a last day before a day. */
    public List<ShareTarget> formerAccounts(LocalDate day, ImageRef image) {
        return grants.getOrDefault(image, List.of()).stream()
                .flatMap(grant -> grant.targets().accounts().stream())
                .distinct()
                .<ShareTarget>map(ShareTarget.Account::new)
                .filter(account -> endedBefore(day, image, account))
                .toList();
    }

    /** Whether the last day of any share of an image is before a day. */
    public boolean endedBefore(LocalDate day, ImageRef image) {
        return grants.getOrDefault(image, List.of()).stream().anyMatch(grant -> !grant.holdsOn(day));
    }

    private Stream<Grant> naming(ImageRef image, ShareTarget target) {
        return grants.getOrDefault(image, List.of()).stream().filter(grant -> names(grant.targets(), target));
    }

    /** Treats the own directory like a named one, because an account can be in one only. */
    private static boolean names(TargetQuery query, ShareTarget target) {
        if (target instanceof ShareTarget.Account account) {
            return query.accounts().contains(account.account());
        }
        if (target instanceof ShareTarget.ResourceDirectory) {
            return query.ownDirectory()
                    || query.directory()
                            .map(DirectoryId::value)
                            .filter(target.id()::equals)
                            .isPresent();
        }
        return query.folders().stream().anyMatch(folder -> folder.value().equals(target.id()))
                || query.folderPaths().stream()
                        .anyMatch(path -> path.folder().value().equals(target.id()));
    }
}

package dev.shareimage.app.report;

import dev.shareimage.app.report.AccessReport.KeyFacts;
import dev.shareimage.app.report.AccessReport.Owner;
import dev.shareimage.app.report.AccessReport.RegionRead;
import dev.shareimage.app.report.AccessReport.ReportedImage;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.RegionId;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Joins reports of several accounts. If several reports cover a region, the latest counts. */
public final class ReportMerge {

    private ReportMerge() {}

    public static AccessReport of(List<AccessReport> reports) {
        Map<AccountId, Owner> owners = new LinkedHashMap<>();
        reports.stream()
                .flatMap(report -> report.owners().stream())
                .sorted(Comparator.comparing(ReportMerge::readAt))
                .forEach(owner -> owners.merge(owner.account(), owner, ReportMerge::updated));
        return new AccessReport(owners.values().stream()
                .sorted(Comparator.comparing(Owner::account))
                .toList());
    }

    private static Instant readAt(Owner owner) {
        return owner.regions().stream()
                .map(RegionRead::readAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** Data about the whole account comes from the newer report. */
    private static Owner updated(Owner older, Owner newer) {
        Set<RegionId> again = newer.regions().stream().map(RegionRead::region).collect(Collectors.toSet());
        List<RegionRead> regions =
                both(older.regions().stream().filter(read -> !again.contains(read.region())), newer.regions());
        List<KeyFacts> keys = both(older.keys().stream().filter(key -> !again.contains(key.region())), newer.keys());
        List<ReportedImage> images =
                both(older.images().stream().filter(image -> !again.contains(image.region())), newer.images());
        Set<AccountId> holders = images.stream()
                .flatMap(image -> image.shares().stream())
                .map(share -> share.target().id())
                .filter(id -> Character.isDigit(id.charAt(0)))
                .map(AccountId::new)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Owner(
                newer.account(),
                newer.readBy(),
                newer.commands(),
                regions,
                newer.role(),
                newer.directory(),
                both(older.outside().stream(), newer.outside()),
                both(
                        older.groups().stream()
                                .filter(group -> newer.groups().stream()
                                        .noneMatch(other -> other.target()
                                                .id()
                                                .equals(group.target().id()))),
                        newer.groups()),
                keys,
                images,
                newer.trustedOnly().stream()
                        .filter(name -> holders.stream().noneMatch(holder -> name.startsWith(holder + "@")))
                        .toList(),
                newer.drift() == null ? older.drift() : newer.drift(),
                both(older.notes().stream(), newer.notes()));
    }

    private static <T> List<T> both(Stream<T> kept, List<T> added) {
        return Stream.concat(kept, added.stream()).distinct().toList();
    }
}

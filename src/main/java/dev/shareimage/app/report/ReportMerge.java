package dev.shareimage.app.report;

import dev.shareimage.app.report.AccessReport.Group;
import dev.shareimage.app.report.AccessReport.Owner;
import dev.shareimage.app.report.AccessReport.RegionRead;
import dev.shareimage.app.report.AccessReport.ReportedImage;
import dev.shareimage.app.report.AccessReport.ReportedShare;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.Principals;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
        List<ReportedImage> images =
                both(older.images().stream().filter(image -> !again.contains(image.region())), newer.images());
        return new Owner(
                newer.account(),
                newer.readBy(),
                newer.commands(),
                both(older.regions().stream().filter(read -> !again.contains(read.region())), newer.regions()),
                newer.role(),
                newer.directory(),
                both(older.outside().stream(), newer.outside()),
                groups(older, newer),
                both(older.keys().stream().filter(key -> !again.contains(key.region())), newer.keys()),
                images,
                trustedOnly(older, newer, images),
                newer.drift() == null ? older.drift() : newer.drift(),
                both(older.notes().stream(), newer.notes()));
    }

    private static List<Group> groups(Owner older, Owner newer) {
        Set<String> again =
                newer.groups().stream().map(group -> group.target().id()).collect(Collectors.toSet());
        return both(
                older.groups().stream()
                        .filter(group -> !again.contains(group.target().id())),
                newer.groups());
    }

    /**
     * An account that the newer report calls trusted only may have an image of a region that only the older one read,
     * itself or as a member.
     */
    private static List<String> trustedOnly(Owner older, Owner newer, List<ReportedImage> images) {
        Set<String> holders = images.stream()
                .flatMap(image -> image.shares().stream())
                .map(ReportedShare::target)
                .filter(ShareTarget.Account.class::isInstance)
                .map(account -> Principals.of(new AccountId(account.id())))
                .collect(Collectors.toSet());
        return newer.trustedOnly().stream()
                .filter(name -> !holders.contains(name))
                .filter(name -> groups(older, newer).stream().noneMatch(group -> mayContain(group, name)))
                .toList();
    }

    private static boolean mayContain(Group group, String principal) {
        return group.members() == null
                || group.members().stream().map(Principals::of).anyMatch(principal::equals);
    }

    private static <T> List<T> both(Stream<T> kept, List<T> added) {
        return Stream.concat(kept, added.stream()).distinct().toList();
    }
}

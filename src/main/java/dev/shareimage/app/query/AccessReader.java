package dev.shareimage.app.query;

import dev.shareimage.app.ReportRequest;
import dev.shareimage.app.manifest.NamedManifest;
import dev.shareimage.app.report.AccessReport;
import dev.shareimage.app.report.AccessReport.Group;
import dev.shareimage.app.report.AccessReport.Owner;
import dev.shareimage.app.report.AccessReport.RegionRead;
import dev.shareimage.app.report.AccessReport.ReportedImage;
import dev.shareimage.app.report.AccessReport.RoleFacts;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.select.ManifestSelector;
import dev.shareimage.app.select.ManifestSelector.Selected;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.Reason;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.app.trust.TrustLookup;
import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.CallerIdentity;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.DirectoryMembers;
import dev.shareimage.domain.trust.TrustPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads who has which image for a report: images, who has them, keys, role and trust, members of directories. */
public final class AccessReader {

    private final RunContext run;
    private final ReportRequest request;
    private final List<RegionId> regions;
    private final List<String> notes = new ArrayList<>();

    public AccessReader(RunContext run, ReportRequest request) {
        this.run = run;
        this.request = request;
        this.regions = request.images().images().regions();
    }

    /**
     * Reads it.
     *
     * @throws CloudException if no region could be read, or if required data is missing
     */
    public AccessReport read() throws CloudException {
        AccountReads reads = AccountReads.of(run, request.images());
        notes.addAll(reads.notes());
        TrustLookup trusted = new TrustLookup(run, reads.role());
        trusted.read(reads.images());
        ReportedKeys keys = new ReportedKeys(run);
        keys.read(reads.images());
        notes.addAll(keys.notes());
        return new AccessReport(List.of(owner(reads, trusted, keys)));
    }

    private Owner owner(AccountReads reads, TrustLookup trusted, ReportedKeys keys) throws CloudException {
        CallerIdentity caller = reads.caller();
        RoleState role = reads.role();
        List<ImageState> images = reads.images();
        Instant now = run.clock().now();
        ManifestDrift drift = drift(reads, now);
        List<ReportedImage> reported = new ReportedImages(role, trusted, keys, drift).of(caller.account(), images);
        TrustPolicy trust = role.trust();
        TrustedOnly trustedOnly = trust == null ? TrustedOnly.NONE : TrustedOnly.of(trust, images, trusted);
        trusted.note().ifPresent(notes::add);
        trustedOnly.note(run.messages()).ifPresent(notes::add);
        DirectoryNotes directories = new DirectoryNotes(run.messages());
        notes.addAll(directories.unread(images));
        images.forEach(image -> notes.addAll(directories.unlinked(image)));
        return new Owner(
                caller.account(),
                caller.arn(),
                request.commands(),
                regionReads(reads.unread(), now),
                facts(role),
                reads.directory().orElse(null),
                outside(reads),
                groups(images, trusted, role.membership()),
                keys.facts(),
                reported,
                trustedOnly.principals(),
                drift == null ? null : drift.of(images, readRegions(reads)),
                notes);
    }

    private @Nullable ManifestDrift drift(AccountReads reads, Instant now) throws CloudException {
        NamedManifest against = request.against();
        if (against == null) {
            return null;
        }
        if (against.manifest().audience().ownDirectory()) {
            reads.organization().require();
        }
        Optional<String> own = reads.directory().map(DirectoryId::value);
        Selected selected = new ManifestSelector(run).select(against.manifest());
        selected.findings().forEach(finding -> notes.add(finding.message()));
        ManifestDrift drift = new ManifestDrift(against.name(), selected.manifest(), found(reads), own, now);
        long unnamed = drift.unnamed(reads.images());
        if (unnamed > 0) {
            notes.add(run.messages().part("report").get("note.unnamed", unnamed, against.name()));
        }
        return drift;
    }

    private Map<RegionId, List<Image>> found(AccountReads reads) {
        Map<RegionId, List<Image>> found = new HashMap<>();
        readRegions(reads).forEach(region -> found.put(region, new ArrayList<>()));
        for (ImageState image : reads.images()) {
            List<Image> there = found.get(image.ref().region());
            if (there != null) {
                image.found().ifPresent(there::add);
            }
        }
        return found;
    }

    private Set<RegionId> readRegions(AccountReads reads) {
        return regions.stream()
                .filter(region -> !reads.unread().containsKey(region))
                .collect(Collectors.toSet());
    }

    private List<RegionRead> regionReads(Map<RegionId, CloudException> unread, Instant now) {
        unread.forEach((region, failure) -> notes.add(run.messages()
                .part("report")
                .get("note.region-unread", region, Reason.sentence(failure, run.messages()))));
        return regions.stream()
                .map(region -> new RegionRead(region, now, !unread.containsKey(region)))
                .toList();
    }

    private RoleFacts facts(RoleState role) {
        CloudException failure = role.role().failure();
        if (failure != null) {
            notes.add(run.messages().get("note.role-unread", Reason.sentence(failure, run.messages())));
        }
        TrustPolicy trust = role.trust();
        return new RoleFacts(
                role.present() ? Boolean.TRUE : role.missing() ? Boolean.FALSE : null,
                role.policies().known().map(policies -> !policies.isEmpty()).orElse(null),
                trust == null ? List.of() : trust.problems(),
                role.trustProblem());
    }

    private List<AccountId> outside(AccountReads reads) {
        List<AccountId> holders = reads.images().stream()
                .flatMap(image -> image.sharedAccounts().stream())
                .distinct()
                .sorted()
                .toList();
        CloudException failure = reads.members().failure();
        if (reads.directory().isPresent() && failure != null && !holders.isEmpty()) {
            notes.add(
                    failure.kind() == CloudException.Kind.NOT_FOUND
                            ? run.messages().part("report").get("note.outside-hidden")
                            : run.messages()
                                    .part("report")
                                    .get("note.outside-unknown", Reason.sentence(failure, run.messages())));
        }
        DirectoryMembers known = reads.members().known().orElse(DirectoryMembers.unknown());
        return holders.stream().filter(known::isOutside).toList();
    }

    /** The members of a folder are known only if its path is known. */
    private static List<Group> groups(List<ImageState> images, TrustLookup trusted, DirectoryMembers members)
            throws CloudException {
        List<String> ids = images.stream()
                .flatMap(image -> image.liveTargets().stream())
                .map(Association::entityId)
                .filter(id -> !(ShareTarget.ofId(id) instanceof ShareTarget.Account))
                .distinct()
                .sorted()
                .toList();
        List<Group> groups = new ArrayList<>();
        for (String id : ids) {
            ShareTarget target = trusted.completed(ShareTarget.ofId(id));
            boolean placed = !(target instanceof ShareTarget.Folder folder)
                    || folder.knownPath().isPresent();
            groups.add(new Group(
                    target,
                    members.isKnown() && placed
                            ? members.within(target).stream().sorted().toList()
                            : null));
        }
        return groups;
    }
}

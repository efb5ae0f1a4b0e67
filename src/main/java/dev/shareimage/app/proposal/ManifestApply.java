package dev.shareimage.app.proposal;

import dev.shareimage.app.ApplyRequest;
import dev.shareimage.app.Proposal;
import dev.shareimage.app.checks.PruneChecks;
import dev.shareimage.app.checks.Repair;
import dev.shareimage.app.checks.SharingChecks;
import dev.shareimage.app.copy.ManifestCopies;
import dev.shareimage.app.manifest.Manifest;
import dev.shareimage.app.manifest.Manifest.RegionImages;
import dev.shareimage.app.manifest.ShareTerms;
import dev.shareimage.app.plan.TrustChange;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.select.ManifestSelector;
import dev.shareimage.app.select.ManifestSelector.Selected;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.app.state.SharingState;
import dev.shareimage.app.state.SharingStateReader;
import dev.shareimage.app.state.SharingStateReader.Wish;
import dev.shareimage.app.trust.Pruning;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.check.Finding;
import dev.shareimage.domain.trust.TrustPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code apply}. */
final class ManifestApply {

    private final RunContext run;

    ManifestApply(RunContext run) {
        this.run = run;
    }

    Proposal apply(ApplyRequest request) throws CloudException {
        Instant asked = run.clock().now();
        LocalDate today = LocalDate.ofInstant(asked, ZoneOffset.UTC);
        Selected selected = new ManifestSelector(run).select(request.manifest());
        CopyPlanning planning = new CopyPlanning(run, ManifestCopies.wishes(selected.manifest()));
        Manifest manifest = ManifestCopies.with(selected.manifest(), planning.read());
        ShareTerms terms = ShareTerms.of(manifest);
        SharingState ended = read(request, manifest, planning.with(selected.seen()), today, planning.awaited())
                .without(
                        image -> terms.endedBefore(today, image),
                        (image, holder) -> terms.endedBefore(today, image, holder));
        SharingState state = request.prune() ? ended.withoutUnwanted() : ended;
        ImageSharing.require(run, state, request.force());
        List<Finding> ofImages =
                new SharingChecks(run.messages(), state, Repair.PLANNED).findings(request.findings(), request.force());
        List<Finding> findings = planning.findings(state, ofImages, request.findings(), request.force());
        List<Finding> ofPruning = new PruneChecks(run.messages()).check(state, ended, request.force());
        List<Finding> all = Stream.of(selected.findings(), findings, ofPruning)
                .flatMap(List::stream)
                .sorted(Finding.BY_CHECK)
                .toList();
        Pruning pruning =
                request.pruneTrust() ? pruning(state, all, image -> terms.formerAccounts(today, image)) : Pruning.NONE;
        Copies copies = planning.plan(state, all);
        return new LastingProposal(
                new SharingProposal(run, state, all, pruning, asked, null, copies), terms, images(manifest));
    }

    /** The role has to be right for encrypted copies, also where the images are not encrypted. */
    private SharingState read(
            ApplyRequest request, Manifest manifest, Map<ImageRef, Image> seen, LocalDate today, Set<ImageRef> copied)
            throws CloudException {
        SharingStateReader reader = new SharingStateReader(run.cloud(), run.parallel());
        if (!copied.isEmpty()) {
            reader.startRole();
        }
        return reader.forWishes(wishes(manifest, request.setup(), today), manifest.audience(today), seen)
                .copying(copied);
    }

    private static Set<ImageRef> images(Manifest manifest) {
        return manifest.regions().stream()
                .flatMap(region -> region.images().stream().map(image -> new ImageRef(region.region(), image.image())))
                .collect(Collectors.toSet());
    }

    private static Map<RegionId, List<Wish>> wishes(Manifest manifest, boolean setup, LocalDate today) {
        Map<RegionId, List<Wish>> wishes = new LinkedHashMap<>();
        for (RegionImages region : manifest.regions()) {
            wishes.put(
                    region.region(),
                    region.images().stream()
                            .map(image -> new Wish(
                                    new ImageRef(region.region(), image.image()),
                                    image.targets(today),
                                    setup && image.setup()))
                            .toList());
        }
        return wishes;
    }

    /**
     * Plans to remove trust that nobody needs after this run.
     *
     * @param former the accounts that were to have an image until a day that has passed. A run that was cut off may have
     *     unshared it from them and have left the trust.
     */
    private Pruning pruning(SharingState state, List<Finding> findings, Function<ImageRef, List<ShareTarget>> former)
            throws CloudException {
        RoleState role = state.role();
        if (role == null || findings.stream().anyMatch(Finding::failed)) {
            return Pruning.NONE;
        }
        List<ShareTarget> needed = stillNeeded(state);
        Map<ImageRef, List<ShareTarget>> leaving = new LinkedHashMap<>();
        for (ImageState image : state.images()) {
            Stream<ShareTarget> trusted = former.apply(image.ref()).stream()
                    .filter(account -> isNamed(role.trust(), account) && !needed.contains(account));
            leaving.put(
                    image.ref(),
                    Stream.concat(state.leaving(image).stream(), trusted)
                            .distinct()
                            .toList());
        }
        boolean anyLeaves = state.images().stream()
                .anyMatch(image -> state.needsSetup(image)
                        && !leaving.getOrDefault(image.ref(), List.of()).isEmpty());
        if (!anyLeaves) {
            return Pruning.NONE;
        }
        RoleState added = role.trust() == null
                ? role
                : role.withTrust(new TrustChange.Add(state.keyTargets(), role.membership()).apply(role.trust()));
        return Pruning.plan(
                run, state.audience().region(), state.caller().require().account(), leaving, needed, added);
    }

    private static boolean isNamed(@Nullable TrustPolicy trust, ShareTarget account) {
        return trust != null
                && trust.accounts().stream().anyMatch(named -> named.value().equals(account.id()));
    }

    /** The targets that are about to get an encrypted image, and those whose trust is not changed. */
    private static List<ShareTarget> stillNeeded(SharingState state) {
        List<ShareTarget> needed = new ArrayList<>();
        for (ImageState image : state.images()) {
            if (state.lendsKey(image)) {
                needed.addAll(state.wanted(image));
                needed.addAll(state.needsSetup(image) ? List.of() : state.leaving(image));
            }
        }
        return needed;
    }
}

package dev.shareimage.app.verify;

import dev.shareimage.app.SelectedImages;
import dev.shareimage.app.TargetArguments;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.checks.Checks;
import dev.shareimage.app.checks.MissingPermissions;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.DirectoryMembersReader;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.ObservedState;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.app.state.SharingState;
import dev.shareimage.app.state.SharingStateReader;
import dev.shareimage.app.trust.FolderPaths;
import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import dev.shareimage.domain.trust.DirectoryMembers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Checks, as the owner, what prevents one recipient from using images: share, key, role, policy and trust. */
public final class OwnerSideChecks {

    private static final Set<CheckId> OF_ROLE =
            Set.of(CheckId.ROLE, CheckId.POLICY, CheckId.TRUST, CheckId.TRUST_SAFE, CheckId.TRUST_SIZE);

    private final RunContext run;
    private final RegionId region;
    private final AccountId recipient;
    private final Sentences sentences;
    private final List<Diagnosis> found = new ArrayList<>();

    public OwnerSideChecks(RunContext run, RegionId region, AccountId recipient) {
        this.run = run;
        this.region = region;
        this.recipient = recipient;
        this.sentences = new Sentences(run.messages(), UnaryOperator.identity());
    }

    /**
     * Runs the checks.
     *
     * @throws CloudException if the run is interrupted
     */
    public List<Diagnosis> examine(List<ImageId> images) throws CloudException {
        SharingStateReader reader = new SharingStateReader(run.cloud(), run.parallel());
        CompletableFuture<RoleState> started = reader.startRole();
        SharingState state = reader.forShare(SelectedImages.of(region, images), TargetQuery.NONE, false);
        ObservedState here = state.regions().get(0);
        ShareTarget.Account holder = new ShareTarget.Account(recipient);
        DirectoryMembersReader members = new DirectoryMembersReader(run.cloud(), run.parallel());
        RoleState role = members.complete(Parallel.await(started), List.of(holder));
        boolean first = true;
        for (ImageState image : state.images()) {
            List<Finding> findings =
                    new Checks(run.messages()).forHolder(here.withImages(List.of(image)), role, holder);
            for (Finding finding : findings) {
                boolean ofRole = OF_ROLE.contains(finding.id());
                if (!ofRole || first) {
                    add(ofRole ? null : image.id(), finding);
                }
            }
            first = false;
            if (isOwn(image)) {
                checkShare(image, members);
            }
        }
        checkPermissions(MissingPermissions.of(state, role));
        return List.copyOf(found);
    }

    private static boolean isOwn(ImageState image) {
        return image.found().filter(known -> known.ownerAlias().equals("self")).isPresent();
    }

    private void checkShare(ImageState image, DirectoryMembersReader reader) throws CloudException {
        if (image.sharedAccounts().contains(recipient)) {
            add(image.id(), Finding.pass(CheckId.IMAGE_SHARED, plain("directly", image.id(), recipient)));
            return;
        }
        if (image.shares().known().isEmpty() || image.resourceShares().known().isEmpty()) {
            ReadResult<?> unread = image.shares().known().isEmpty() ? image.shares() : image.resourceShares();
            notRead(image.id(), unread);
            return;
        }
        List<Association> entries = image.resourceShares().known().get().stream()
                .filter(entry -> entry.state() != Association.State.DISASSOCIATED && ShareTarget.isId(entry.entityId()))
                .toList();
        ReadResult<DirectoryMembers> members = entries.isEmpty() ? ReadResult.unread() : reader.read();
        judge(image, entries, members);
    }

    /**
     * The share that counts. If one of several is in effect, that is enough. Otherwise one in progress comes before a
     * failed one.
     */
    private void judge(ImageState image, List<Association> entries, ReadResult<DirectoryMembers> members)
            throws CloudException {
        DirectoryMembers known = members.known().orElse(DirectoryMembers.unknown());
        List<Association> mayReach = entries.stream()
                .filter(entry -> !Boolean.FALSE.equals(lies(entry, known)))
                .toList();
        Optional<Association> reaching = mayReach.stream()
                .filter(entry -> entry.inEffect() && Boolean.TRUE.equals(lies(entry, known)))
                .findFirst();
        if (reaching.isPresent()) {
            Association entry = reaching.get();
            String sentence = plain("through", image.id(), recipient, entry.entityId(), entry.resourceShareId());
            add(image.id(), Finding.pass(CheckId.IMAGE_SHARED, sentence));
        } else if (mayReach.stream().anyMatch(Association::inEffect)) {
            CloudException failure = members.failure();
            String why = failure == null ? "" : failure.code();
            String sentence = plain("unknown", image.id(), recipient, why);
            add(image.id(), Finding.notChecked(CheckId.IMAGE_SHARED, sentence, null));
        } else {
            Optional<Association> coming =
                    mayReach.stream().filter(Association::live).findFirst();
            add(image.id(), coming.isPresent() ? pending(image, coming.get()) : notShared(image, mayReach, known));
        }
    }

    private Finding pending(ImageState image, Association entry) {
        return fail("pending", image.id(), recipient, entry.entityId(), entry.resourceShareId(), region);
    }

    private Finding notShared(ImageState image, List<Association> failed, DirectoryMembers members)
            throws CloudException {
        if (failed.isEmpty()) {
            return fail("none", image.id(), recipient, region);
        }
        Association entry = failed.get(0);
        String why = entry.failure() == null ? "" : entry.failure();
        return fail(
                "failed",
                image.id(),
                recipient,
                entry.entityId(),
                entry.resourceShareId(),
                region,
                why,
                again(entry, members));
    }

    /** The target, if it can be named so that the trust gets its path. Otherwise the account, which needs no path. */
    private String again(Association entry, DirectoryMembers members) throws CloudException {
        ShareTarget target = new FolderPaths(run).complete(ShareTarget.ofId(entry.entityId()), members);
        boolean named = !(target instanceof ShareTarget.Folder folder)
                || folder.knownPath().isPresent();
        return TargetArguments.of(List.of(named ? target : new ShareTarget.Account(recipient)));
    }

    private @Nullable Boolean lies(Association entry, DirectoryMembers members) {
        ShareTarget target = ShareTarget.ofId(entry.entityId());
        return target instanceof ShareTarget.Account account
                ? Boolean.valueOf(account.account().equals(recipient))
                : members.liesIn(recipient, target);
    }

    private Finding fail(String variant, Object... arguments) {
        return Finding.fail(
                CheckId.IMAGE_SHARED,
                plain(variant, arguments),
                sentences.repair(Side.RECIPIENT, "image-shared." + variant + ".fix", arguments));
    }

    private void notRead(ImageId image, ReadResult<?> unread) {
        DiagnosisCollector collector = new DiagnosisCollector(sentences, region, List.of());
        collector.notChecked(CheckId.IMAGE_SHARED, unread, image);
        collector.found().forEach(each -> add(image, each.finding()));
    }

    private void checkPermissions(Collection<String> missing) {
        if (!missing.isEmpty()) {
            String actions = String.join(", ", missing);
            add(
                    null,
                    Finding.warn(
                            CheckId.PERMISSIONS,
                            run.messages().get("permissions.missing", actions),
                            run.messages().get("permissions.missing.fix", actions)));
        }
    }

    private String plain(String variant, Object... arguments) {
        return sentences.plain("image-shared." + variant, arguments);
    }

    private void add(@Nullable ImageId image, Finding finding) {
        found.add(new Diagnosis(region, image, finding, finding.fix() == null ? null : Side.OWNER));
    }
}

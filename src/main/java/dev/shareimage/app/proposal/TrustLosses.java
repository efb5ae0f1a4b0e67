package dev.shareimage.app.proposal;

import dev.shareimage.app.plan.Step;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.DirectoryMembersReader;
import dev.shareimage.app.state.ShareScan;
import dev.shareimage.app.state.ShareScan.SharedImage;
import dev.shareimage.app.trust.FolderPaths;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.DirectoryMembers;
import dev.shareimage.domain.trust.TrustDecision;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds who loses the key when the trust changes, and which shared images are affected. These are targets that the
 * trust does not name any more, and their members.
 */
final class TrustLosses {

    private static final Pattern PARTS = Pattern.compile("[@ |\\]*]+");

    private final RunContext run;
    private final RegionId region;

    /** @param region the region that is asked for the list of regions */
    TrustLosses(RunContext run, RegionId region) {
        this.run = run;
        this.region = region;
    }

    /** The certain losses, then the possible ones, then what could not be read; nothing if nobody is removed. */
    LossWarnings of(List<Step> steps) throws CloudException {
        LossWarnings warnings = new LossWarnings(run.messages());
        for (Step step : steps) {
            if (step instanceof Step.ChangeTrust change && change.takesAway()) {
                add(change.before(), change.after(), warnings);
            }
        }
        return warnings;
    }

    private void add(TrustPolicy before, TrustPolicy after, LossWarnings warnings) throws CloudException {
        ShareScan.Result scan = new ShareScan(run.cloud(), run.parallel(), run.messages())
                .run(region, run.clock().left().dividedBy(2));
        Judgement judgement = new Judgement(before, after, membership(before, scan), new FolderPaths(run));
        List<String> lost = after.addedBy(before);
        for (String entry : lost) {
            addNamed(entry, scan.images(), judgement, warnings);
        }
        for (SharedImage image : scan.images()) {
            for (String holder : new LinkedHashSet<>(image.holders())) {
                if (lost.stream().noneMatch(entry -> names(entry, holder))) {
                    addUnnamed(holder, image, judgement, warnings);
                }
            }
        }
        Set<String> unread = new TreeSet<>(scan.unreadable());
        if (before.trustsDirectories()) {
            unread.addAll(scan.groupsUnreadable());
        }
        warnings.unread(unread);
    }

    /** The members of the directory. They are only needed if the trust or a share names directories or folders. */
    private DirectoryMembers membership(TrustPolicy before, ShareScan.Result scan) throws CloudException {
        boolean shared = scan.images().stream()
                .flatMap(image -> image.holders().stream())
                .anyMatch(holder -> !(ShareTarget.ofId(holder) instanceof ShareTarget.Account));
        return shared || before.trustsDirectories()
                ? new DirectoryMembersReader(run.cloud(), run.parallel())
                        .read()
                        .known()
                        .orElse(DirectoryMembers.unknown())
                : DirectoryMembers.unknown();
    }

    private void addNamed(String entry, List<SharedImage> images, Judgement judgement, LossWarnings warnings)
            throws CloudException {
        boolean affected = false;
        for (SharedImage image : images) {
            for (String holder : new LinkedHashSet<>(image.holders())) {
                Boolean has = names(entry, holder) ? judgement.now(holder).trusted() : judgement.keeps(entry, holder);
                if (has == null) {
                    warnings.possible(entry, image.image());
                } else if (!has) {
                    warnings.certain("warning.trust-removed-image", entry, image.image());
                }
                affected |= !Boolean.TRUE.equals(has);
            }
        }
        if (!affected) {
            warnings.certain(judgement.keeps(entry) ? "warning.trust-still" : "warning.trust-removed", entry);
        }
    }

    private static void addUnnamed(String holder, SharedImage image, Judgement judgement, LossWarnings warnings)
            throws CloudException {
        Boolean had = judgement.then(holder).trusted();
        Boolean has = judgement.now(holder).trusted();
        if (Boolean.TRUE.equals(has) || Boolean.FALSE.equals(had) || (had == null && has == null)) {
            return;
        }
        if (Boolean.TRUE.equals(had) && Boolean.FALSE.equals(has)) {
            warnings.certain("warning.trust-removed-member", holder, image.image());
        } else {
            warnings.possible(holder, image.image());
        }
    }

    /** The target of an entry. An entry is a principal with its condition, and a folder's path ends with its id. */
    private static boolean names(String entry, String holder) {
        return PARTS.splitAsStream(entry)
                .map(part -> part.substring(part.lastIndexOf('/') + 1))
                .anyMatch(holder::equals);
    }

    /** The targets that an entry names. */
    private static List<ShareTarget> targets(String entry) {
        List<ShareTarget> targets = new ArrayList<>();
        for (String part : PARTS.split(entry)) {
            String id = part.endsWith("/") ? part.substring(0, part.length() - 1) : part;
            if (FolderPath.isPath(id)) {
                targets.add(new ShareTarget.Folder(new FolderPath(id)));
            } else if (ShareTarget.isId(id)) {
                targets.add(ShareTarget.ofId(id));
            }
        }
        return targets;
    }

    /** Whether a target may use the key before and after the change. */
    private record Judgement(TrustPolicy before, TrustPolicy after, DirectoryMembers membership, FolderPaths folders) {

        TrustDecision then(String holder) throws CloudException {
            return before.decide(target(holder), membership);
        }

        TrustDecision now(String holder) throws CloudException {
            return after.decide(target(holder), membership);
        }

        /** Whether an account that is removed is still trusted. */
        boolean keeps(String entry) {
            return before.accounts().stream()
                    .filter(account -> names(entry, account.value()))
                    .anyMatch(account ->
                            after.decide(new ShareTarget.Account(account), membership) == TrustDecision.TRUSTED);
        }

        /**
         * Whether those whom the removed entry names can still use an image that a wider directory or folder has. It is
         * true also if they are not in it; null if that is not known.
         */
        @Nullable
        Boolean keeps(String entry, String holder) throws CloudException {
            ShareTarget wider = target(holder);
            Boolean keeps = Boolean.TRUE;
            for (ShareTarget named : targets(entry)) {
                Boolean has = keeps(named, wider);
                if (!Boolean.TRUE.equals(has)) {
                    keeps = has;
                }
            }
            return keeps;
        }

        private @Nullable Boolean keeps(ShareTarget named, ShareTarget wider) {
            if (wider instanceof ShareTarget.Account
                    || now(wider) == TrustDecision.TRUSTED
                    || now(named) == TrustDecision.TRUSTED) {
                return Boolean.TRUE;
            }
            if (wider instanceof ShareTarget.Folder folder && folder.knownPath().isEmpty()) {
                return null;
            }
            Boolean within =
                    TrustPolicy.of(List.of(wider)).decide(named, membership).trusted();
            return Boolean.TRUE.equals(within) ? now(named).trusted() : within == null ? null : Boolean.TRUE;
        }

        private TrustDecision now(ShareTarget target) {
            return after.decide(target, membership);
        }

        private ShareTarget target(String holder) throws CloudException {
            return folders.complete(ShareTarget.ofId(holder), membership);
        }
    }
}

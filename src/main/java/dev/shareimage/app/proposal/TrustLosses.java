package dev.shareimage.app.proposal;

import dev.shareimage.app.plan.Step;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.DirectoryMembersReader;
import dev.shareimage.app.state.ShareScan;
import dev.shareimage.app.state.ShareScan.SharedImage;
import dev.shareimage.app.trust.FolderPaths;
import dev.shareimage.cloud.CloudException;
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

/**
 * Finds who loses the key when the trust changes, and which shared images are affected. These are targets that the
 * trust does not name any more, and their members.
 */
final class TrustLosses {

    private static final Pattern PARTS = Pattern.compile("[@ |\\]*]+");

    private final RunContext run;
    private final RegionId region;

    /**
     *
     * @param region the region that is asked for the list of regions
     */
    TrustLosses(RunContext run, RegionId region) {
        this.run = run;
        this.region = region;
    }

    /** One line for each loss; none if nobody is removed. */
    List<String> of(List<Step> steps) throws CloudException {
        List<String> warnings = new ArrayList<>();
        for (Step step : steps) {
            if (step instanceof Step.ChangeTrust change && change.takesAway()) {
                warnings.addAll(of(change.before(), change.after()));
            }
        }
        return warnings;
    }

    private List<String> of(TrustPolicy before, TrustPolicy after) throws CloudException {
        ShareScan.Result scan = new ShareScan(run.cloud(), run.parallel(), run.messages()).run(region);
        Judgement judgement = new Judgement(before, after, membership(before), new FolderPaths(run));
        List<String> lost = after.addedBy(before);
        List<String> warnings = new ArrayList<>();
        for (String entry : lost) {
            warnings.addAll(named(entry, scan.images(), judgement));
        }
        for (SharedImage image : scan.images()) {
            for (String holder : new LinkedHashSet<>(image.holders())) {
                if (lost.stream().noneMatch(entry -> names(entry, holder))) {
                    warnings.addAll(unnamed(holder, image, judgement));
                }
            }
        }
        Set<String> unread = new TreeSet<>(scan.unreadable());
        if (before.trustsDirectories()) {
            unread.addAll(scan.groupsUnreadable());
        }
        if (!unread.isEmpty()) {
            warnings.add(run.messages().get("warning.trust-unread", String.join(", ", unread)));
        }
        return warnings;
    }

    /** The members of the directory. They are only needed if the trust names directories or folders. */
    private DirectoryMembers membership(TrustPolicy before) throws CloudException {
        return before.trustsDirectories()
                ? new DirectoryMembersReader(run.cloud(), run.parallel())
                        .read()
                        .known()
                        .orElse(DirectoryMembers.unknown())
                : DirectoryMembers.unknown();
    }

    private List<String> named(String entry, List<SharedImage> images, Judgement judgement) throws CloudException {
        List<String> warnings = new ArrayList<>();
        for (SharedImage image : images) {
            for (String holder : new LinkedHashSet<>(image.holders())) {
                Boolean has = names(entry, holder) ? judgement.now(holder).trusted() : Boolean.TRUE;
                if (!Boolean.TRUE.equals(has)) {
                    String key = has == null ? "warning.trust-removed-maybe" : "warning.trust-removed-image";
                    warnings.add(run.messages()
                            .get(key, entry, image.image().id(), image.image().region()));
                }
            }
        }
        return warnings.isEmpty()
                ? List.of(run.messages()
                        .get(judgement.keeps(entry) ? "warning.trust-still" : "warning.trust-removed", entry))
                : warnings.stream().distinct().toList();
    }

    private List<String> unnamed(String holder, SharedImage image, Judgement judgement) throws CloudException {
        Boolean had = judgement.then(holder).trusted();
        Boolean has = judgement.now(holder).trusted();
        if (Boolean.TRUE.equals(has) || Boolean.FALSE.equals(had) || (had == null && has == null)) {
            return List.of();
        }
        boolean certain = Boolean.TRUE.equals(had) && Boolean.FALSE.equals(has);
        return List.of(run.messages()
                .get(
                        certain ? "warning.trust-removed-member" : "warning.trust-removed-maybe",
                        holder,
                        image.image().id(),
                        image.image().region()));
    }

    /** The target of an entry. An entry is a principal with its condition, and a folder's path ends with its id. */
    private static boolean names(String entry, String holder) {
        return PARTS.splitAsStream(entry)
                .map(part -> part.substring(part.lastIndexOf('/') + 1))
                .anyMatch(holder::equals);
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

        private ShareTarget target(String holder) throws CloudException {
            return folders.complete(ShareTarget.ofId(holder), membership);
        }
    }
}

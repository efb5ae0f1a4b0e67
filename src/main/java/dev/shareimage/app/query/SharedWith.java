package dev.shareimage.app.query;

import dev.shareimage.app.ShareListing.ListedImage;
import dev.shareimage.app.ShareListing.ListedShare;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.DirectoryMembersReader;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.app.state.Reason;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.DirectoryMembers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Restricts a list to the shares of some accounts: their direct ones, and those with a directory or folder that
 * contains them. If that membership is not known, the share stays, with a note.
 */
final class SharedWith {

    private final RunContext run;
    private final List<AccountId> accounts;
    private final Set<String> unknown = new LinkedHashSet<>();
    private @Nullable ReadResult<DirectoryMembers> members;

    SharedWith(RunContext run, List<AccountId> accounts) {
        this.run = run;
        this.accounts = accounts;
    }

    /** The images with only these shares; all images if no account is named. */
    List<ListedImage> narrow(List<ListedImage> images) throws CloudException {
        if (accounts.isEmpty()) {
            return images;
        }
        List<ListedImage> narrowed = new ArrayList<>();
        for (ListedImage image : images) {
            List<ListedShare> shares = reaching(image.shares());
            if (!shares.isEmpty()) {
                narrowed.add(image.with(shares));
            }
        }
        return narrowed;
    }

    /** The directories and folders whose members could not be read, and why. */
    Optional<String> note() {
        if (unknown.isEmpty() || members == null) {
            return Optional.empty();
        }
        String who = accounts.stream().map(AccountId::value).collect(Collectors.joining(", "));
        String where = String.join(", ", unknown);
        CloudException failure = members.failure();
        return Optional.of(
                failure == null
                        ? run.messages().get("note.membership-unknown", who, where)
                        : run.messages()
                                .get("note.membership-unread", who, where, Reason.sentence(failure, run.messages())));
    }

    private List<ListedShare> reaching(List<ListedShare> shares) throws CloudException {
        List<ListedShare> reaching = new ArrayList<>();
        for (ListedShare share : shares) {
            if (reaches(ShareTarget.ofId(share.id()))) {
                reaching.add(share);
            }
        }
        return reaching;
    }

    private boolean reaches(ShareTarget target) throws CloudException {
        if (target instanceof ShareTarget.Account direct) {
            return accounts.contains(direct.account());
        }
        boolean maybe = false;
        for (AccountId account : accounts) {
            Boolean lies = members().liesIn(account, target);
            if (Boolean.TRUE.equals(lies)) {
                return true;
            }
            maybe |= lies == null;
        }
        if (maybe) {
            unknown.add(target.id());
        }
        return maybe;
    }

    private DirectoryMembers members() throws CloudException {
        if (members == null) {
            members = new DirectoryMembersReader(run.cloud(), run.parallel()).read();
        }
        return members.known().orElse(DirectoryMembers.unknown());
    }
}

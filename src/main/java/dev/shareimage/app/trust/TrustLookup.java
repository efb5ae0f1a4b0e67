package dev.shareimage.app.trust;

import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.DirectoryMembersReader;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.Reason;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.TrustDecision;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells for each holder of an image whether the role trusts them: by their own principal, or through their directory or
 * folder. Directories and folders are read only if the answer depends on them.
 */
public final class TrustLookup {

    private static final int MAX_NAMED = 5;

    private final RunContext run;
    private final FolderPaths folders;
    private final Set<ShareTarget> undecided = new LinkedHashSet<>();
    private RoleState role;

    public TrustLookup(RunContext run, RoleState role) {
        this.run = run;
        this.role = role;
        this.folders = new FolderPaths(run);
    }

    /** Reads the members of the directory if the trust of a holder depends on them. */
    public void read(List<ImageState> images) throws CloudException {
        List<ShareTarget> holders = images.stream()
                .filter(ImageState::needsKey)
                .flatMap(TrustLookup::everybody)
                .distinct()
                .toList();
        role = new DirectoryMembersReader(run.cloud(), run.parallel()).complete(role, holders);
    }

    private static Stream<ShareTarget> everybody(ImageState image) {
        return Stream.concat(
                image.sharedAccounts().stream().map(ShareTarget.Account::new),
                image.liveTargets().stream().map(Association::entityId).map(ShareTarget::ofId));
    }

    /** Whether the target is trusted; null if the image is not encrypted, or if the answer is not known. */
    @Nullable
    public Boolean of(ImageState image, ShareTarget target) throws CloudException {
        return Boolean.FALSE.equals(image.encrypted())
                ? null
                : decide(target).map(TrustDecision::trusted).orElse(null);
    }

    /**
     * Whether the account is a member of the directory or folder; null if that is not known. Reads the members if no trust
     * depended on them.
     */
    public @Nullable Boolean liesIn(AccountId account, ShareTarget group) throws CloudException {
        if (group instanceof ShareTarget.Account) {
            return group.id().equals(account.value());
        }
        if (!role.membership().isKnown() && role.members().failure() == null) {
            role = role.withMembers(new DirectoryMembersReader(run.cloud(), run.parallel()).read());
        }
        ShareTarget complete = completed(group);
        return complete instanceof ShareTarget.Folder folder
                        && folder.knownPath().isEmpty()
                ? null
                : TrustPolicy.of(List.of(complete))
                        .decide(new ShareTarget.Account(account), role.membership())
                        .trusted();
    }

    /** Adds the path if the target is a folder whose path can be found. */
    public ShareTarget completed(ShareTarget target) throws CloudException {
        return folders.complete(target, role.membership());
    }

    /** Whether the target is trusted, and why; empty if the trust could not be read. */
    public Optional<TrustDecision> decide(ShareTarget target) throws CloudException {
        Optional<TrustDecision> decision = role.decide(target);
        if (decision.filter(open -> open.trusted() == null).isPresent()) {
            decision = role.decide(folders.complete(target, role.membership()));
        }
        if (decision.filter(open -> open.trusted() == null).isPresent()) {
            undecided.add(target);
        }
        return decision;
    }

    /** The targets without an answer, and why; empty if there are none. */
    public Optional<String> note() {
        if (undecided.isEmpty()) {
            return Optional.empty();
        }
        CloudException failure = role.members().failure();
        String ids = named();
        if (failure == null) {
            return Optional.of(run.messages().get("note.trust-undecided", ids));
        }
        return Optional.of(
                failure.kind() == CloudException.Kind.NOT_FOUND
                        ? run.messages().get("note.members-hidden", ids)
                        : run.messages().get("note.members-unread", ids, Reason.sentence(failure, run.messages())));
    }

    /** The first of them; the list itself has all. */
    private String named() {
        int more = undecided.size() - MAX_NAMED;
        String ids = undecided.stream()
                .limit(more > 0 ? MAX_NAMED : undecided.size())
                .map(ShareTarget::id)
                .collect(Collectors.joining(", "));
        return more > 0 ? run.messages().get("note.and-more", ids, more) : ids;
    }
}

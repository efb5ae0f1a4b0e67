package dev.shareimage.app.checks;

import dev.shareimage.app.state.ObservedState.DirectoryState;
import dev.shareimage.cloud.Directory.Member;
import dev.shareimage.cloud.Directory.Organization;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ShareTarget;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells whether accounts belong to directories and folders, as far as the directory could be read. */
record Membership(@Nullable DirectoryState directory) {

    /** Whether it does; null if that is not known. */
    @Nullable
    Boolean reaches(ShareTarget group, AccountId account) {
        if (group instanceof ShareTarget.Account other) {
            return other.account().equals(account);
        }
        Optional<List<Member>> members =
                directory == null ? Optional.empty() : directory.members().known();
        if (members.isEmpty()) {
            return null;
        }
        Optional<Member> found = members.get().stream()
                .filter(member -> member.account().equals(account))
                .findFirst();
        return found.isPresent() ? liesIn(found.get(), group) : isManagement(account, group);
    }

    private static @Nullable Boolean liesIn(Member member, ShareTarget group) {
        if (member.path().isEmpty()) {
            return group instanceof ShareTarget.ResourceDirectory ? Boolean.TRUE : null;
        }
        return List.of(member.path().split("/")).contains(group.id());
    }

    /** Whether the account is the management account. It is not in the lists of members, and it is in no folder. */
    private @Nullable Boolean isManagement(AccountId account, ShareTarget group) {
        if (!(group instanceof ShareTarget.ResourceDirectory)) {
            return Boolean.FALSE;
        }
        Optional<Organization> organization = directory == null
                ? Optional.empty()
                : directory.organization().known().flatMap(found -> found);
        return organization.isEmpty()
                ? null
                : organization.get().managementAccount().equals(account);
    }
}

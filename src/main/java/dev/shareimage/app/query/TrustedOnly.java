package dev.shareimage.app.query;

import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.trust.TrustLookup;
import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.Principals;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The accounts that the trust names and that have none of the images. An account also has what a directory or folder
 * above it has.
 *
 * @param accounts those that certainly have none
 * @param unknown those of which it is not known where in the directory they are
 */
record TrustedOnly(List<AccountId> accounts, List<AccountId> unknown) {

    static final TrustedOnly NONE = new TrustedOnly(List.of(), List.of());

    static TrustedOnly of(TrustPolicy trust, List<ImageState> images, TrustLookup lookup) throws CloudException {
        Set<AccountId> holders = new HashSet<>();
        Set<String> groups = new LinkedHashSet<>();
        for (ImageState image : images) {
            holders.addAll(image.sharedAccounts());
            image.liveTargets().stream().filter(Association::inEffect).forEach(group -> groups.add(group.entityId()));
        }
        List<AccountId> without = trust.accounts().stream()
                .filter(account -> !holders.contains(account))
                .toList();
        return groups.isEmpty() || without.isEmpty()
                ? new TrustedOnly(without, List.of())
                : outside(without, groups, lookup);
    }

    private static TrustedOnly outside(List<AccountId> accounts, Set<String> groups, TrustLookup lookup)
            throws CloudException {
        List<AccountId> without = new ArrayList<>(accounts);
        Set<AccountId> unknown = new LinkedHashSet<>();
        for (String id : groups) {
            ShareTarget group = ShareTarget.ofId(id);
            for (AccountId account : List.copyOf(without)) {
                Boolean within = lookup.liesIn(account, group);
                if (within == null) {
                    unknown.add(account);
                } else if (within) {
                    without.remove(account);
                }
            }
        }
        unknown.retainAll(without);
        without.removeAll(unknown);
        return new TrustedOnly(List.copyOf(without), List.copyOf(unknown));
    }

    /** Those of them that are in the list. */
    TrustedOnly among(Collection<AccountId> named) {
        return new TrustedOnly(
                accounts.stream().filter(named::contains).toList(),
                unknown.stream().filter(named::contains).toList());
    }

    /** The accounts as principals. */
    List<String> principals() {
        return accounts.stream().map(Principals::of).toList();
    }

    /** Says of whom it is not known; empty if there is nobody. */
    Optional<String> note(Messages messages) {
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(messages.get(
                        "note.trusted-unknown",
                        unknown.stream().map(AccountId::value).collect(Collectors.joining(", "))));
    }
}

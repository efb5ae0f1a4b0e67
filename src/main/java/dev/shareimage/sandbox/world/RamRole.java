package dev.shareimage.sandbox.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A RAM role of an account.
 *
 * @param id digits
 * @param trust the trust policy as it was sent, white space included
 * @param maxSessionSeconds 3600 to 43200
 * @param formerTrust earlier trust policies, the newest last, for delayed reads
 */
public record RamRole(
        String accountId,
        String name,
        String id,
        @Nullable String description,
        String trust,
        int maxSessionSeconds,
        Instant created,
        Instant updated,
        List<PolicyAttachment> policies,
        List<Tag> tags,
        List<TrustRevision> formerTrust)
        implements Entity {

    private static final int MAX_REVISIONS = 20;

    @Override
    public String key() {
        return accountId + "/" + name;
    }

    /** The role with another trust policy. The former one is kept for delayed reads. */
    public RamRole withTrust(String document, Instant now) {
        List<TrustRevision> revisions = new ArrayList<>(formerTrust);
        revisions.add(new TrustRevision(trust, now));
        int first = Math.max(0, revisions.size() - MAX_REVISIONS);
        return new RamRole(
                accountId,
                name,
                id,
                description,
                document,
                maxSessionSeconds,
                created,
                now,
                policies,
                tags,
                List.copyOf(revisions.subList(first, revisions.size())));
    }

    /** The trust policy at a moment, or the oldest known one. */
    public String trustAt(Instant moment) {
        for (TrustRevision revision : formerTrust) {
            if (revision.replaced().isAfter(moment)) {
                return revision.document();
            }
        }
        return trust;
    }

    /** The role with other policies attached. */
    public RamRole withPolicies(List<PolicyAttachment> attachments) {
        return new RamRole(
                accountId,
                name,
                id,
                description,
                trust,
                maxSessionSeconds,
                created,
                updated,
                List.copyOf(attachments),
                tags,
                formerTrust);
    }

    /** The role with another description and session length. */
    public RamRole withDetails(@Nullable String newDescription, int newMaxSessionSeconds, Instant now) {
        return new RamRole(
                accountId,
                name,
                id,
                newDescription,
                trust,
                newMaxSessionSeconds,
                created,
                now,
                policies,
                tags,
                formerTrust);
    }
}

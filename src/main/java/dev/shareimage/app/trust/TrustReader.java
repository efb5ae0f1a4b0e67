package dev.shareimage.app.trust;

import dev.shareimage.app.ShareService;
import dev.shareimage.app.plan.TrustChange;
import dev.shareimage.app.run.Backoff;
import dev.shareimage.app.run.RunClock;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.Role;
import dev.shareimage.cloud.Roles;
import dev.shareimage.domain.trust.TrustPolicy;
import dev.shareimage.domain.trust.TrustPolicyException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the current trust policy of the role. A role that another run has just created may take a moment to appear. */
final class TrustReader {

    private static final int MAX_READS_OF_NEW_ROLE = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(300);

    private final Roles roles;
    private final RunClock clock;
    private Instant lastRequest = Instant.MIN;

    TrustReader(Roles roles, RunClock clock) {
        this.roles = roles;
        this.clock = clock;
    }

    TrustPolicy read() throws CloudException {
        return readFor(new TrustChange.Add(List.of()));
    }

    /** Reads the policy that the change will be applied to. One that is replaced as a whole may be unreadable. */
    TrustPolicy readFor(TrustChange change) throws CloudException {
        Backoff backoff = new Backoff(FIRST_PAUSE);
        for (int attempt = 1; ; attempt++) {
            lastRequest = clock.now();
            Optional<Role> role = roles.find(ShareService.ROLE);
            if (role.isPresent()) {
                return parse(role.get(), change);
            }
            if (attempt == MAX_READS_OF_NEW_ROLE) {
                throw new CloudException(Kind.NOT_FOUND, "GetRole", "EntityNotExist.Role", "the role has disappeared");
            }
            clock.pause(backoff.next(), "GetRole");
        }
    }

    /** The time of the last request; {@code Instant.MIN} if there was none. */
    Instant lastRequest() {
        return lastRequest;
    }

    private static TrustPolicy parse(Role role, TrustChange change) throws CloudException {
        try {
            return TrustPolicy.parse(role.trustDocument());
        } catch (TrustPolicyException e) {
            if (change instanceof TrustChange.Replace) {
                return TrustPolicy.empty();
            }
            throw new CloudException(
                    Kind.MALFORMED,
                    "GetRole",
                    "UnreadableTrustPolicy",
                    "the trust policy cannot be understood: " + e.getMessage());
        }
    }
}

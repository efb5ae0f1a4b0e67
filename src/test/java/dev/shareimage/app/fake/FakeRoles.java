package dev.shareimage.app.fake;

import dev.shareimage.app.ShareService;
import dev.shareimage.cloud.AttachedPolicy;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Role;
import dev.shareimage.cloud.Roles;
import dev.shareimage.domain.trust.TrustPolicy;
import dev.shareimage.domain.trust.TrustPolicyException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The role. Reads can lag behind its writes. */
public final class FakeRoles implements Roles {

    private final CallScript script;
    private final Clock clock;
    private final List<Role> versions = new ArrayList<>();
    private final List<AttachedPolicy> attached = new ArrayList<>();
    private volatile Duration lag = Duration.ZERO;
    private volatile Duration seenByEcsAfter = Duration.ZERO;
    private volatile int longest = Integer.MAX_VALUE;

    FakeRoles(CallScript script, Clock clock) {
        this.script = script;
        this.clock = clock;
    }

    /** The role exists with this trust policy since yesterday, and its permission policy is attached. */
    public synchronized void existsWithTrust(String trustDocument) {
        versions.clear();
        versions.add(role(trustDocument, clock.instant().minus(Duration.ofDays(1))));
        attached.clear();
        attached.add(new AttachedPolicy("AliyunKMSFullAccess", "System"));
    }

    /** Another program writes the trust policy now. */
    public synchronized void overwrite(String trustDocument) {
        versions.add(role(trustDocument, clock.instant()));
    }

    /** Deletes the role. */
    public synchronized void vanishes() {
        versions.clear();
        attached.clear();
    }

    public synchronized void detachAll() {
        attached.clear();
    }

    /** Sets how long reads return the earlier state after a write. */
    public void readsLag(Duration time) {
        lag = time;
    }

    /** Sets how long sharing fails with {@code AssumeRoleError} after a write. */
    public void seenByEcsAfter(Duration time) {
        seenByEcsAfter = time;
    }

    /** Sets the maximum length of the trust policy. */
    public void longestTrust(int characters) {
        longest = characters;
    }

    /** The present trust document. */
    public synchronized @Nullable String trustDocument() {
        return versions.isEmpty() ? null : last().trustDocument();
    }

    /** The present trust policy. */
    public TrustPolicy trust() {
        String document = trustDocument();
        return document == null ? TrustPolicy.empty() : parse(document);
    }

    /** The trust policy that sharing an encrypted image uses. Empty if the role or its permission policy is missing. */
    synchronized Optional<TrustPolicy> effectiveTrust() {
        Instant horizon = clock.instant().minus(seenByEcsAfter);
        return attached.isEmpty() ? Optional.empty() : seen(horizon).map(role -> parse(role.trustDocument()));
    }

    @Override
    public Optional<Role> find(String name) throws CloudException {
        return script.play("GetRole", "", () -> seen(clock.instant().minus(lag)));
    }

    @Override
    public void create(String name, String description, String trustDocument) throws CloudException {
        script.play("CreateRole", trustDocument, () -> createNow(trustDocument));
    }

    @Override
    public void replaceTrust(String name, String trustDocument) throws CloudException {
        script.play("UpdateRole", trustDocument, () -> replaceNow(trustDocument));
    }

    @Override
    public List<AttachedPolicy> policies(String name) throws CloudException {
        return script.play("ListPoliciesForRole", "", this::policiesNow);
    }

    @Override
    public void attach(String name, AttachedPolicy policy) throws CloudException {
        script.play("AttachPolicyToRole", policy.name(), () -> attachNow(policy));
    }

    private synchronized Role createNow(String trustDocument) throws CloudException {
        if (!versions.isEmpty()) {
            throw Refusals.exists("CreateRole", "EntityAlreadyExists.Role");
        }
        versions.add(role(trustDocument, clock.instant()));
        return last();
    }

    private synchronized boolean replaceNow(String trustDocument) throws CloudException {
        require("UpdateRole");
        if (trustDocument.length() > longest) {
            throw Refusals.refused("UpdateRole", "InvalidParameter.NewAssumeRolePolicyDocument.Length");
        }
        return versions.add(role(trustDocument, clock.instant()));
    }

    private synchronized List<AttachedPolicy> policiesNow() throws CloudException {
        require("ListPoliciesForRole");
        return List.copyOf(attached);
    }

    private synchronized boolean attachNow(AttachedPolicy policy) throws CloudException {
        require("AttachPolicyToRole");
        return attached.contains(policy) || attached.add(policy);
    }

    private void require(String call) throws CloudException {
        if (versions.isEmpty()) {
            throw Refusals.notFound(call, "EntityNotExist.Role");
        }
    }

    private synchronized Optional<Role> seen(Instant horizon) {
        return versions.stream()
                .filter(version -> !horizon.isBefore(version.updatedAt()))
                .reduce((older, newer) -> newer);
    }

    private Role last() {
        return versions.get(versions.size() - 1);
    }

    private static Role role(String trustDocument, Instant at) {
        return new Role(
                ShareService.ROLE, "acs:ram::" + FakeCloud.OWNER + ":role/" + ShareService.ROLE, trustDocument, at);
    }

    private static TrustPolicy parse(String document) {
        try {
            return TrustPolicy.parse(document);
        } catch (TrustPolicyException e) {
            return TrustPolicy.empty();
        }
    }
}

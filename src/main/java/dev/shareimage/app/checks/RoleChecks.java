package dev.shareimage.app.checks;

import static dev.shareimage.domain.check.CheckId.POLICY;
import static dev.shareimage.domain.check.CheckId.ROLE;
import static dev.shareimage.domain.check.CheckId.TRUST;
import static dev.shareimage.domain.check.CheckId.TRUST_SAFE;
import static dev.shareimage.domain.check.CheckId.TRUST_SIZE;

import dev.shareimage.app.ShareService;
import dev.shareimage.app.TargetArguments;
import dev.shareimage.app.TrustMode;
import dev.shareimage.app.state.ObservedState;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.trust.Denials;
import dev.shareimage.domain.trust.TrustDecision;
import dev.shareimage.domain.trust.TrustPolicy;
import dev.shareimage.domain.trust.TrustProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks whether ECS, acting for the targets, may use the owner's keys through the role. */
final class RoleChecks {

    /** The smallest documented limit of a similar document. The real limit is not documented, so nothing is refused. */
    static final int TRUST_LENGTH_WARNING = 2048;

    private final FindingCollector findings;
    private final RoleState state;
    private final Repair repair;
    private final HolderFindings holders;

    RoleChecks(FindingCollector findings, RoleState state, Repair repair) {
        this(findings, state, repair, HolderFindings.NONE);
    }

    RoleChecks(FindingCollector findings, RoleState state, Repair repair, HolderFindings holders) {
        this.findings = findings;
        this.state = state;
        this.repair = repair;
        this.holders = holders;
    }

    void check(Collection<? extends ShareTarget> targets) {
        if (state.role().known().isEmpty()) {
            checkUnread(targets);
            return;
        }
        List<ShareTarget> needing = holders.with(List.copyOf(targets));
        checkPresence(needing);
        if (!holders.reportsPolicy()) {
            checkPolicy(needing);
        }
        checkDocument(targets);
        if (repair != Repair.FORBIDDEN) {
            TrustPolicy before = state.trust() == null ? TrustPolicy.empty() : state.trust();
            checkSize(before, before.with(targets, state.membership()));
        }
    }

    /**
     * Warns of targets that have an image and are denied the key. They need no change, so they block none.
     *
     * @param changing whether the run changes the policy, so that the repair cannot be the policy as it was read
     */
    void warnOfDenied(TrustPolicy trust, List<ShareTarget> targets, boolean changing) {
        List<ShareTarget> denied = new ArrayList<>();
        for (ShareTarget target : targets) {
            if (trust.decide(target, state.membership()) == TrustDecision.DENIED) {
                denied.add(target);
            } else {
                findings.warn(TRUST, "may-be-denied", target.id());
            }
        }
        reportDenied(denied, changing ? Optional.empty() : lifted(trust, denied), findings::warn);
    }

    /** Reports a role that may not be read. It is not repaired either. */
    private void checkUnread(Collection<? extends ShareTarget> targets) {
        List.of(ROLE, TRUST, TRUST_SAFE).forEach(id -> findings.notChecked(id, state.role(), ShareService.ROLE));
        List<ShareTarget> groups = ObservedState.groups(List.copyOf(targets));
        if (!groups.isEmpty()) {
            findings.warn(TRUST, "unseen", TargetArguments.of(groups));
        }
        if (state.lacksPolicy()) {
            findings.warn(POLICY, "missing", RoleState.KMS_ACCESS.name(), TargetArguments.of(targets));
        } else {
            checkPolicy(targets);
        }
    }

    /**
     * Checks a change of only the trust; role and policy stay as they are. A replacement repairs a dangerous or
     * unreadable policy, so that policy does not block it. A removal makes every policy shorter.
     */
    void checkChange(Collection<? extends ShareTarget> targets, TrustMode mode, TrustPolicy after) {
        if (state.missing()) {
            findings.fail(ROLE, "missing", ShareService.ROLE, TargetArguments.of(targets));
            return;
        }
        checkPresence(targets);
        if (state.lacksPolicy()) {
            findings.warn(POLICY, "missing", RoleState.KMS_ACCESS.name(), TargetArguments.of(targets));
        } else {
            checkPolicy(targets);
        }
        if (mode != TrustMode.REPLACE) {
            checkDocument(mode == TrustMode.MERGE ? targets : List.of());
        }
        if (mode != TrustMode.REMOVE) {
            checkSize(state.trust(), after);
        }
    }

    private void checkDocument(Collection<? extends ShareTarget> targets) {
        if (state.trustProblem() != null) {
            findings.fail(TRUST_SAFE, "unreadable", findings.said(state.trustProblem()), exactly(targets));
        } else if (state.trust() != null) {
            checkSafety(state.trust(), targets);
            checkTrust(state.trust(), targets);
        }
    }

    private void checkPresence(Collection<? extends ShareTarget> targets) {
        if (state.present()) {
            findings.pass(ROLE, "present", ShareService.ROLE);
        } else {
            missing(ROLE, targets, ShareService.ROLE);
        }
    }

    private void checkPolicy(Collection<? extends ShareTarget> targets) {
        if (state.lacksPolicy()) {
            missing(POLICY, targets, RoleState.KMS_ACCESS.name());
        } else if (state.policies().known().isEmpty()) {
            findings.notChecked(POLICY, state.policies(), RoleState.KMS_ACCESS.name());
        } else {
            findings.pass(POLICY, "present", RoleState.KMS_ACCESS.name());
        }
    }

    private void checkTrust(TrustPolicy trust, Collection<? extends ShareTarget> targets) {
        boolean planned = repair == Repair.PLANNED;
        TrustPolicy after = planned ? trust.with(targets, state.membership()) : trust;
        List<ShareTarget> uncovered = new ArrayList<>();
        List<ShareTarget> undecided = new ArrayList<>();
        List<ShareTarget> denied = new ArrayList<>();
        for (ShareTarget target : targets) {
            TrustDecision decision = trust.decide(target, state.membership());
            if (decision == TrustDecision.DENIED) {
                denied.add(target);
            } else if (decision == TrustDecision.NOT_COVERED || (planned && decision == TrustDecision.MAY_BE_COVERED)) {
                uncovered.add(target);
            } else if (decision == TrustDecision.MAY_BE_COVERED) {
                undecided.add(target);
            }
            if (after.decide(target, state.membership()) == TrustDecision.MAY_BE_DENIED) {
                findings.warn(TRUST, "may-be-denied", target.id());
            }
        }
        reportDenied(denied, lifted(trust, denied), findings::fail);
        if (!undecided.isEmpty()) {
            findings.warn(TRUST, "undecided", undecided.size(), TargetArguments.of(undecided));
        }
        List<ShareTarget> unreported = holders.unreported(uncovered);
        if (!unreported.isEmpty()) {
            missing(TRUST, unreported.size(), TargetArguments.of(unreported));
        } else if (!targets.isEmpty() && targets.stream().allMatch(target -> isTrusted(trust, target))) {
            findings.pass(TRUST, "present", targets.size());
        }
    }

    /** Adds a finding. */
    @FunctionalInterface
    private interface FindingAdder {
        void add(CheckId id, String variant, Object... arguments);
    }

    /** Where the denials name the targets, the repair is the policy without them. */
    private Optional<String> lifted(TrustPolicy trust, List<ShareTarget> denied) {
        return Denials.lift(trust, denied, state.membership()).map(TrustPolicy::quotable);
    }

    private static void reportDenied(List<ShareTarget> denied, Optional<String> lifted, FindingAdder adder) {
        for (ShareTarget target : denied) {
            if (lifted.isPresent()) {
                adder.add(TRUST, "denied-by-name", target.id(), lifted.get());
            } else {
                adder.add(TRUST, "denied", target.id());
            }
        }
    }

    private boolean isTrusted(TrustPolicy trust, ShareTarget target) {
        return trust.decide(target, state.membership()) == TrustDecision.TRUSTED;
    }

    /** Checks for dangerous statements. The fix names the targets and everybody whom the policy already names. */
    private void checkSafety(TrustPolicy trust, Collection<? extends ShareTarget> targets) {
        Set<ShareTarget> named = new LinkedHashSet<>(targets);
        trust.accounts().forEach(account -> named.add(new ShareTarget.Account(account)));
        for (TrustProblem problem : trust.problems()) {
            String variant = problem.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (problem.critical()) {
                findings.fail(TRUST_SAFE, variant, problem.statement(), problem.detail(), exactly(named));
            } else {
                findings.warn(TRUST_SAFE, variant, problem.statement(), problem.detail());
            }
        }
        if (trust.problems().isEmpty()) {
            findings.pass(TRUST_SAFE, "safe");
        }
    }

    /**
     * The options that name whom to trust. If neither the command nor the policy names anybody, the reader must fill
     * them in.
     */
    private static String exactly(Collection<? extends ShareTarget> named) {
        return named.isEmpty() ? "--accounts UID,…" : TargetArguments.of(named);
    }

    private void checkSize(@Nullable TrustPolicy before, TrustPolicy after) {
        if (before != null && after.equals(before)) {
            return;
        }
        int length = after.length();
        if (length > TRUST_LENGTH_WARNING) {
            findings.warn(TRUST_SIZE, "long", length);
        } else {
            findings.pass(TRUST_SIZE, "short", length);
        }
    }

    /** An account that shares no image may be a recipient's, which needs neither role nor trust. */
    private void missing(CheckId id, Collection<? extends ShareTarget> targets, String name) {
        if (repair == Repair.ADVISED && targets.isEmpty()) {
            findings.warn(id, "missing-for-owners", name);
        } else {
            missing(id, name, TargetArguments.of(targets));
        }
    }

    private void missing(CheckId id, Object... arguments) {
        switch (repair) {
            case PLANNED -> findings.warn(id, "planned", arguments);
            case ADVISED -> findings.warn(id, "missing", arguments);
            case FORBIDDEN -> findings.fail(id, "missing", arguments);
        }
    }
}

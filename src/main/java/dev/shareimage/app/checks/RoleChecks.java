package dev.shareimage.app.checks;

import static dev.shareimage.domain.check.CheckId.POLICY;
import static dev.shareimage.domain.check.CheckId.ROLE;
import static dev.shareimage.domain.check.CheckId.TRUST;
import static dev.shareimage.domain.check.CheckId.TRUST_SAFE;
import static dev.shareimage.domain.check.CheckId.TRUST_SIZE;

import dev.shareimage.app.ShareService;
import dev.shareimage.app.ShareService.TrustMode;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.trust.TrustPolicy;
import dev.shareimage.domain.trust.TrustProblem;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether ECS, working for the targets, may use the owner's keys through the role. */
public final class RoleChecks {

    /** The smallest length that is documented for a sister limit; the true one is unknown. */
    public static final int TRUST_LENGTH_WARNING = 2048;

    private final FindingCollector book;
    private final RoleState state;
    private final Repair repair;

    RoleChecks(FindingCollector book, RoleState state, Repair repair) {
        this.book = book;
        this.state = state;
        this.repair = repair;
    }

    void check(Collection<? extends ShareTarget> targets) {
        if (state.role().known().isEmpty()) {
            checkUnread();
            return;
        }
        checkPresence(targets);
        checkPolicy();
        checkDocument(targets);
        if (repair != Repair.FORBIDDEN) {
            TrustPolicy before = state.trust() == null ? TrustPolicy.empty() : state.trust();
            checkSize(before, before.with(targets));
        }
    }

    /** A role that may not be read is not repaired either. */
    private void checkUnread() {
        List.of(ROLE, TRUST, TRUST_SAFE).forEach(id -> book.notChecked(id, state.role(), ShareService.ROLE));
        if (state.lacksPolicy()) {
            book.warn(POLICY, "missing", RoleState.KMS_ACCESS.name());
        } else {
            checkPolicy();
        }
    }

    /**
     * Judges a change of the trust alone, which leaves role and policy as they are. Replacing is the repair of a dangerous
     * or unreadable policy, which does not stand in its way; removing makes any policy shorter.
     */
    void checkChange(Collection<? extends ShareTarget> targets, TrustMode mode, TrustPolicy after) {
        if (state.missing()) {
            book.fail(ROLE, "missing", ShareService.ROLE, TargetArguments.of(targets));
            return;
        }
        checkPresence(targets);
        if (state.lacksPolicy()) {
            book.warn(POLICY, "missing", RoleState.KMS_ACCESS.name());
        } else {
            checkPolicy();
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
            book.fail(TRUST_SAFE, "unreadable", state.trustProblem());
        } else if (state.trust() != null) {
            checkSafety(state.trust());
            checkTrust(state.trust(), targets);
        }
    }

    private void checkPresence(Collection<? extends ShareTarget> targets) {
        if (state.present()) {
            book.pass(ROLE, "present", ShareService.ROLE);
        } else {
            missing(ROLE, ShareService.ROLE, TargetArguments.of(targets));
        }
    }

    private void checkPolicy() {
        if (state.lacksPolicy()) {
            missing(POLICY, RoleState.KMS_ACCESS.name());
        } else if (state.policies().known().isEmpty()) {
            book.notChecked(POLICY, state.policies(), RoleState.KMS_ACCESS.name());
        } else {
            book.pass(POLICY, "present", RoleState.KMS_ACCESS.name());
        }
    }

    private void checkTrust(TrustPolicy trust, Collection<? extends ShareTarget> targets) {
        targets.stream().filter(trust::denies).forEach(target -> book.fail(TRUST, "denied", target.id()));
        List<? extends ShareTarget> uncovered = targets.stream()
                .filter(target -> !trust.covers(target) && !trust.denies(target))
                .toList();
        if (!uncovered.isEmpty()) {
            missing(TRUST, uncovered.size(), TargetArguments.of(uncovered));
        } else if (!targets.isEmpty() && targets.stream().noneMatch(trust::denies)) {
            book.pass(TRUST, "present", targets.size());
        }
    }

    private void checkSafety(TrustPolicy trust) {
        for (TrustProblem problem : trust.problems()) {
            String variant = problem.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (problem.critical()) {
                book.fail(TRUST_SAFE, variant, problem.statement(), problem.detail());
            } else {
                book.warn(TRUST_SAFE, variant, problem.statement(), problem.detail());
            }
        }
        if (trust.problems().isEmpty()) {
            book.pass(TRUST_SAFE, "safe");
        }
    }

    private void checkSize(@Nullable TrustPolicy before, TrustPolicy after) {
        if (before != null && after.equals(before)) {
            return;
        }
        int length = after.length();
        if (length > TRUST_LENGTH_WARNING) {
            book.fail(TRUST_SIZE, "over", length, TRUST_LENGTH_WARNING);
        } else if (length > TRUST_LENGTH_WARNING * 9 / 10) {
            book.warn(TRUST_SIZE, "near", length, TRUST_LENGTH_WARNING);
        } else {
            book.pass(TRUST_SIZE, "fits", length, TRUST_LENGTH_WARNING);
        }
    }

    private void missing(CheckId id, Object... arguments) {
        switch (repair) {
            case PLANNED -> book.warn(id, "planned", arguments);
            case ADVISED -> book.warn(id, "missing", arguments);
            case FORBIDDEN -> book.fail(id, "missing", arguments);
        }
    }
}

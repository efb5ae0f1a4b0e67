package dev.shareimage.app.report;

import dev.shareimage.app.ShareService;
import dev.shareimage.app.TargetArguments;
import dev.shareimage.app.report.AccessReport.Owner;
import dev.shareimage.app.report.AccessReport.ReportedImage;
import dev.shareimage.app.report.FindingDraft.Words;
import dev.shareimage.app.report.ReportFinding.Level;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.TrustProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The findings about the role: who cannot use the key through it. */
final class RoleRules extends FindingRules {

    private static final String SOMEBODY = "--accounts UID,…";

    private final Messages checks;

    RoleRules(Owner owner, Messages messages) {
        super(owner, messages);
        this.checks = messages.part("app");
    }

    @Override
    List<FindingDraft> drafts() {
        List<FindingDraft> drafts = new ArrayList<>();
        owner.role().problems().forEach(problem -> drafts.add(unsafe(problem)));
        String unreadable = owner.role().unreadable();
        if (unreadable != null) {
            Words words = new Words(
                    checks.get("trust-safe.unreadable", unreadable),
                    checks.get("trust-safe.unreadable.fix", unreadable, everybody()));
            drafts.add(draft("trust-unreadable", Level.FAIL, null, List.of(), images -> words));
        }
        forAll(drafts, TrustState.NO_ROLE);
        forAll(drafts, TrustState.NO_POLICY);
        each(TrustState.NOT_COVERED)
                .forEach((target, images) -> drafts.add(
                        draft("not-trusted", Level.FAIL, target.id(), images, some -> notTrusted(target, some))));
        each(TrustState.DENIED)
                .forEach((target, images) ->
                        drafts.add(draft("denied", Level.FAIL, target.id(), images, some -> denied(target, some))));
        List<ReportedImage> unknown = images(share -> share.trust().isOpen());
        if (!unknown.isEmpty()) {
            drafts.add(draft("trust-unknown", Level.NOT_CHECKED, null, unknown, this::unknown));
        }
        return drafts;
    }

    private FindingDraft unsafe(TrustProblem problem) {
        String key = "trust-safe." + ReportDocument.label(problem.kind());
        Object[] arguments = {problem.statement(), problem.detail(), everybody()};
        String fix = checks.has(key + ".fix") ? checks.get(key + ".fix", arguments) : null;
        Words words = new Words(checks.get(key, arguments), fix);
        Level level = problem.critical() ? Level.FAIL : Level.WARN;
        return draft("trust-safe", level, null, List.of(), images -> words);
    }

    private String everybody() {
        List<ShareTarget> targets = targets(owner.images(), share -> share.trust() != TrustState.NOT_NEEDED);
        return targets.isEmpty() ? SOMEBODY : TargetArguments.of(targets);
    }

    /** The command that repairs it for all recipients. */
    private void forAll(List<FindingDraft> drafts, TrustState state) {
        List<ReportedImage> images = images(share -> share.trust() == state);
        if (!images.isEmpty()) {
            drafts.add(draft(state.label(), Level.FAIL, null, images, some -> {
                List<ShareTarget> targets = targets(some, share -> share.trust() == state);
                return new Words(
                        messages.get("finding." + state.label(), ShareService.ROLE, some.size(), targets.size()),
                        "share-image create-role " + TargetArguments.of(targets));
            }));
        }
    }

    private Map<ShareTarget, List<ReportedImage>> each(TrustState state) {
        return byTarget(share -> share.trust() == state);
    }

    private Words notTrusted(ShareTarget target, List<ReportedImage> images) {
        return new Words(
                messages.get("finding.not-trusted", target.id(), images.size()),
                "share-image set-trust " + TargetArguments.of(List.of(target)));
    }

    private Words denied(ShareTarget target, List<ReportedImage> images) {
        return new Words(
                messages.get("finding.denied", target.id(), images.size()), messages.get("finding.denied.fix"));
    }

    private Words unknown(List<ReportedImage> images) {
        List<ShareTarget> targets = targets(images, share -> share.trust().isOpen());
        return new Words(messages.get("finding.trust-unknown", images.size(), targets.size()), null);
    }
}

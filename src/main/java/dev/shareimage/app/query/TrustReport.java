package dev.shareimage.app.query;

import dev.shareimage.app.Failure;
import dev.shareimage.app.PresentTrust;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.Role;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.trust.TrustPolicy;
import dev.shareimage.domain.trust.TrustPolicyException;
import dev.shareimage.domain.trust.TrustProblem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads whom the role trusts, and explains what is wrong with it. */
public final class TrustReport {

    /** The reader must fill in whom to name. */
    private static final String SOMEBODY = "--accounts UID,…";

    private final RunContext run;
    private final Messages messages;

    public TrustReport(RunContext run) {
        this.run = run;
        this.messages = run.messages();
    }

    public PresentTrust read() throws CloudException {
        Optional<Role> role = run.cloud().roles().find(ShareService.ROLE);
        if (role.isEmpty()) {
            return failed(
                    null,
                    "EntityNotExist.Role",
                    messages.get("role.missing", ShareService.ROLE),
                    messages.get("role.missing.fix", ShareService.ROLE, SOMEBODY));
        }
        try {
            TrustPolicy policy = TrustPolicy.parse(role.get().trustDocument());
            return new PresentTrust(
                    policy, null, policy.problems().stream().map(this::sentence).toList(), null);
        } catch (TrustPolicyException e) {
            String reason = messages.said(String.valueOf(e.getMessage()));
            return failed(
                    role.get().trustDocument(),
                    "MalformedTrustPolicy",
                    messages.get("trust-safe.unreadable", reason),
                    messages.get("trust-safe.unreadable.fix", reason, SOMEBODY));
        }
    }

    private static PresentTrust failed(@Nullable String unreadable, String code, String message, String fix) {
        return new PresentTrust(null, unreadable, List.of(), new Failure(Kind.REFUSED, code, message, null, fix));
    }

    private String sentence(TrustProblem problem) {
        String variant = problem.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return messages.get("trust-safe." + variant, problem.statement(), problem.detail());
    }
}

package dev.shareimage.app.run;

import dev.shareimage.app.Progress;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.plan.Plan;
import dev.shareimage.app.plan.Step;
import dev.shareimage.app.plan.TrustChange;
import dev.shareimage.app.run.TrustWriter.Written;
import dev.shareimage.app.survey.RoleState;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.Roles;
import dev.shareimage.domain.trust.TrustPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Carries out the part of a plan that concerns the role: create it, attach its policy, change its trust. */
final class RoleSetup {

    private static final String DESCRIPTION =
            "Lets ECS use keys for encrypted images that are shared with other accounts";

    private final Roles roles;
    private final Timing timing;
    private final TrustWriter writer;
    private final Run run;
    private final Progress progress;
    private @Nullable TrustChange change;
    private @Nullable Written written;
    private boolean created;
    private boolean attached;

    RoleSetup(Run run, Progress progress) {
        this.run = run;
        this.roles = run.cloud().roles();
        this.timing = run.timing();
        this.progress = progress;
        this.writer = new TrustWriter(roles, timing, run.lock(), run.messages(), progress);
    }

    /** Does it; after a failure, {@link #created} and {@link #attached} say how far it came. */
    void carryOut(Plan plan) throws CloudException {
        for (Step step : plan.steps()) {
            if (step instanceof Step.CreateRole create) {
                create(create);
            } else if (step instanceof Step.AttachPolicy attach) {
                attach(attach);
            } else if (step instanceof Step.ChangeTrust trust) {
                changeTrust(trust.change());
            }
        }
    }

    /**
     * Makes sure that no concurrent writer undid the trust.
     *
     * @param planned what must hold although this run had nothing to change, or null
     */
    void confirm(@Nullable TrustChange planned, @Nullable TrustPolicy read) throws CloudException {
        if (change != null && written != null) {
            TrustPolicy now = writer.confirm(change, written);
            written = new Written(written.replaced(), written.seen(), now, written.at(), written.wrote());
        } else if (!created && planned != null && read != null) {
            Written unchanged = Written.nothing(read, timing.clock().instant());
            written = Written.nothing(writer.confirm(planned, unchanged), unchanged.at());
        }
    }

    boolean created() {
        return created;
    }

    boolean attached() {
        return attached;
    }

    /** Whether an existing trust policy was written. */
    boolean wroteTrust() {
        return change != null && written != null && written.wrote();
    }

    /** Whether the role or its trust was written a moment ago. */
    boolean fresh() {
        return created || attached || wroteTrust();
    }

    /** The policy in force now, where it was changed. */
    @Nullable
    TrustPolicy trust() {
        return written == null ? null : written.after();
    }

    private void create(Step.CreateRole step) throws CloudException {
        progress.step(run.messages().get("progress.create-role", step.roleName()));
        try {
            roles.create(step.roleName(), DESCRIPTION, step.trust().json());
            created(step);
        } catch (CloudException e) {
            if (e.kind() != Kind.ALREADY_EXISTS) {
                throw e;
            }
            alreadyThere(step);
        }
    }

    /** Either the first answer was lost and the role is ours, or another run was faster. */
    private void alreadyThere(Step.CreateRole step) throws CloudException {
        if (writer.read().equals(step.trust())) {
            created(step);
        } else {
            changeTrust(new TrustChange.Add(step.targets()));
        }
    }

    private void created(Step.CreateRole step) {
        created = true;
        written = Written.nothing(step.trust(), timing.clock().instant());
    }

    /** A role that was created a moment ago may not be seen everywhere yet. */
    private void attach(Step.AttachPolicy step) throws CloudException {
        progress.step(run.messages().get("progress.attach-policy", step.policy().name()));
        Duration pause = Duration.ofMillis(300);
        for (int attempt = 1; !attached; attempt++) {
            try {
                roles.attach(step.roleName(), step.policy());
                attached = true;
            } catch (CloudException e) {
                boolean unseen = e.code().equals("EntityNotExist.Role") && attempt < 6;
                if (!unseen) {
                    throw e;
                }
                progress.step(run.messages().get("progress.wait-role", "AttachPolicyToRole"));
                timing.pause(pause, "AttachPolicyToRole");
                pause = pause.multipliedBy(2);
            }
        }
    }

    private void changeTrust(TrustChange wanted) throws CloudException {
        progress.step(run.messages().get("progress.change-trust", ShareService.ROLE));
        change = wanted;
        written = writer.write(wanted);
    }

    /** How the role ended, for the report. */
    String roleAction(@Nullable RoleState before) {
        if (before == null) {
            return "not-needed";
        }
        if (created) {
            return "created";
        }
        return attached ? "updated" : "unchanged";
    }
}

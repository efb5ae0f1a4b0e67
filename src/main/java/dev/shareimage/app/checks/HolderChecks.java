package dev.shareimage.app.checks;

import dev.shareimage.app.TargetArguments;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.app.state.SharingState;
import dev.shareimage.app.trust.TrustLookup;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import dev.shareimage.domain.trust.TrustDecision;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds holders of encrypted images that cannot use them. Otherwise they notice it only when they launch. */
public final class HolderChecks {

    private final TrustLookup trusted;
    private final RoleState role;
    private final Messages messages;

    public HolderChecks(RunContext run, RoleState role) {
        this.trusted = new TrustLookup(run, role);
        this.role = role;
        this.messages = run.messages();
    }

    /** The findings for each image. */
    public List<Finding> findings(SharingState state) throws CloudException {
        trusted.read(state.images());
        List<Finding> findings = new ArrayList<>();
        for (ImageState image : state.images()) {
            if (image.needsKey()) {
                findings.addAll(ofTrust(image, state.audience().targets()));
                findings.addAll(ofPolicy(image));
            }
        }
        return findings;
    }

    /**
     * The findings about trust. Requested targets that are denied or unknown have findings of their own, so they are
     * skipped.
     */
    private List<Finding> ofTrust(ImageState image, List<ShareTarget> asked) throws CloudException {
        Map<TrustDecision, List<ShareTarget>> holders = new EnumMap<>(TrustDecision.class);
        for (ShareTarget holder : image.holders()) {
            Optional<TrustDecision> decision = trusted.decide(holder);
            if (decision.isPresent() && !(hasFinding(decision.get()) && asked.contains(holder))) {
                holders.computeIfAbsent(decision.get(), any -> new ArrayList<>())
                        .add(holder);
            }
        }
        List<Finding> findings = new ArrayList<>();
        List<ShareTarget> without = holders.getOrDefault(TrustDecision.NOT_COVERED, List.of());
        if (!without.isEmpty()) {
            findings.add(fail(CheckId.TRUST, "holders", image.id(), without.size(), TargetArguments.of(without)));
        }
        holders.getOrDefault(TrustDecision.DENIED, List.of())
                .forEach(holder -> findings.add(fail(CheckId.TRUST, "denied", holder.id())));
        int undecided = (int) holders.entrySet().stream()
                .filter(entry -> entry.getKey().trusted() == null)
                .mapToLong(entry -> entry.getValue().size())
                .sum();
        if (undecided > 0) {
            String note = trusted.note().orElse("");
            findings.add(Finding.notChecked(
                    CheckId.TRUST, messages.get("trust.holders-undecided", image.id(), undecided, note), null));
        }
        return findings;
    }

    private static boolean hasFinding(TrustDecision decision) {
        return decision == TrustDecision.DENIED || decision.trusted() == null;
    }

    /**
     * The findings about the role's policy. Without any policy the role gives no access to the key; an unusual policy
     * may work.
     */
    private List<Finding> ofPolicy(ImageState image) {
        List<ShareTarget> holders = image.holders();
        boolean none =
                role.present() && role.policies().known().filter(List::isEmpty).isPresent();
        return none && !holders.isEmpty()
                ? List.of(fail(CheckId.POLICY, "holders", image.id(), holders.size(), TargetArguments.of(holders)))
                : List.of();
    }

    private Finding fail(CheckId id, String variant, Object... arguments) {
        String key = id.label() + "." + variant;
        return Finding.fail(id, messages.get(key, arguments), messages.get(key + ".fix", arguments));
    }
}

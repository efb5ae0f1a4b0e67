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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** The findings for each image. Role and policy are repaired by one command, which also sets the trust. */
    public HolderFindings findings(SharingState state) throws CloudException {
        trusted.read(state.images());
        List<ShareTarget> asked = state.audience().targets();
        Map<ImageState, Map<TrustDecision, List<ShareTarget>>> decided = new LinkedHashMap<>();
        Set<ShareTarget> untrusted = new LinkedHashSet<>();
        for (ImageState image : state.images()) {
            if (image.needsKey()) {
                Map<TrustDecision, List<ShareTarget>> holders = decisions(image, asked);
                decided.put(image, holders);
                untrusted.addAll(holders.getOrDefault(TrustDecision.NOT_COVERED, List.of()));
            }
        }
        Set<ShareTarget> repaired = new LinkedHashSet<>(asked);
        repaired.addAll(untrusted);
        if (hasNoPolicy()) {
            decided.keySet().forEach(image -> repaired.addAll(image.holders()));
        }
        List<Finding> findings = new ArrayList<>();
        decided.forEach((image, holders) -> {
            findings.addAll(ofTrust(image, holders, repaired));
            findings.addAll(ofPolicy(image, repaired));
        });
        return new HolderFindings(findings.stream().distinct().toList(), untrusted);
    }

    /** Requested targets that are denied or unknown have findings of their own, so they are skipped. */
    private Map<TrustDecision, List<ShareTarget>> decisions(ImageState image, List<ShareTarget> asked)
            throws CloudException {
        Map<TrustDecision, List<ShareTarget>> holders = new EnumMap<>(TrustDecision.class);
        for (ShareTarget holder : image.holders()) {
            Optional<TrustDecision> decision = trusted.decide(holder);
            if (decision.isPresent() && !(hasFinding(decision.get()) && asked.contains(holder))) {
                holders.computeIfAbsent(decision.get(), any -> new ArrayList<>())
                        .add(holder);
            }
        }
        return holders;
    }

    private List<Finding> ofTrust(
            ImageState image, Map<TrustDecision, List<ShareTarget>> holders, Set<ShareTarget> repaired) {
        List<Finding> findings = new ArrayList<>();
        List<ShareTarget> without = holders.getOrDefault(TrustDecision.NOT_COVERED, List.of());
        if (!without.isEmpty()) {
            boolean setUp = !role.lacksPolicy();
            findings.add(Finding.fail(
                    CheckId.TRUST,
                    messages.get("trust.holders", image.id(), without.size()),
                    messages.get(
                            setUp ? "trust.missing.fix" : "role.missing.fix",
                            without.size(),
                            TargetArguments.of(setUp ? without : repaired))));
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
    private List<Finding> ofPolicy(ImageState image, Set<ShareTarget> repaired) {
        List<ShareTarget> holders = image.holders();
        return hasNoPolicy() && !holders.isEmpty()
                ? List.of(fail(CheckId.POLICY, "holders", image.id(), holders.size(), TargetArguments.of(repaired)))
                : List.of();
    }

    private boolean hasNoPolicy() {
        return role.present() && role.policies().known().filter(List::isEmpty).isPresent();
    }

    private Finding fail(CheckId id, String variant, Object... arguments) {
        String key = id.label() + "." + variant;
        return Finding.fail(id, messages.get(key, arguments), messages.get(key + ".fix", arguments));
    }
}

package dev.shareimage.app.checks;

import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The findings of {@link HolderChecks}, which other checks do not repeat.
 *
 * @param untrusted the holders of encrypted images that the role does not trust
 */
public record HolderFindings(List<Finding> findings, Set<ShareTarget> untrusted) {

    static final HolderFindings NONE = new HolderFindings(List.of(), Set.of());

    public HolderFindings {
        findings = List.copyOf(findings);
        untrusted = new LinkedHashSet<>(untrusted);
    }

    /** The targets whose missing trust is not reported yet. */
    List<ShareTarget> unreported(List<ShareTarget> targets) {
        return targets.stream().filter(target -> !untrusted.contains(target)).toList();
    }

    /** All that need the role: the targets, and the holders. */
    List<ShareTarget> with(List<ShareTarget> targets) {
        Set<ShareTarget> all = new LinkedHashSet<>(targets);
        all.addAll(untrusted);
        return new ArrayList<>(all);
    }

    /** Whether it is reported that the role has no policy. */
    boolean reportsPolicy() {
        return findings.stream().anyMatch(finding -> finding.id() == CheckId.POLICY);
    }
}

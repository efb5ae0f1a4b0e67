package dev.shareimage.app.report;

import dev.shareimage.app.report.AccessReport.ReportedImage;
import dev.shareimage.app.report.ReportFinding.Acceptance;
import dev.shareimage.domain.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The findings of a report: the most severe first, accepted ones last.
 *
 * @param unused the exceptions that match no finding
 */
public record Findings(List<ReportFinding> all, List<AcceptedRisk> unused) {

    private static final Comparator<ReportFinding> WORST_FIRST =
            Comparator.comparing((ReportFinding finding) -> !finding.isOpen()).thenComparing(ReportFinding::level);

    public Findings {
        all = List.copyOf(all);
        unused = List.copyOf(unused);
    }

    /**
     * Finds what needs attention in a report.
     *
     * @param messages of part {@code report}
     * @param accepted the exceptions; expired ones do not count
     */
    public static Findings of(AccessReport report, Messages messages, List<AcceptedRisk> accepted, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Set<AcceptedRisk> used = new LinkedHashSet<>();
        List<ReportFinding> findings = new ArrayList<>();
        for (AccessReport.Owner owner : report.owners()) {
            Stream.of(
                            new RoleRules(owner, messages).drafts(),
                            new ShareRules(owner, messages, now).drafts(),
                            new KeyRules(owner, messages, now).drafts(),
                            new DriftRules(owner, messages).drafts())
                    .flatMap(List::stream)
                    .forEach(draft -> findings.addAll(judged(draft, accepted, today, used)));
        }
        findings.sort(WORST_FIRST);
        return new Findings(
                findings, accepted.stream().filter(risk -> !used.contains(risk)).toList());
    }

    /** The findings without an exception in force. */
    public List<ReportFinding> open() {
        return all.stream().filter(ReportFinding::isOpen).toList();
    }

    /** The findings with an exception in force. */
    public List<ReportFinding> accepted() {
        return all.stream().filter(finding -> !finding.isOpen()).toList();
    }

    /** Makes one finding for the images without an exception, and one for each exception that applies to some. */
    private static List<ReportFinding> judged(
            FindingDraft draft, List<AcceptedRisk> accepted, LocalDate today, Set<AcceptedRisk> used) {
        List<AcceptedRisk> risks = accepted.stream()
                .filter(draft::isCoveredBy)
                .sorted(Comparator.comparing((AcceptedRisk risk) -> risk.isExpired(today)))
                .toList();
        Map<Optional<AcceptedRisk>, List<ReportedImage>> parts = new LinkedHashMap<>();
        if (draft.images().isEmpty()) {
            parts.put(risks.stream().filter(risk -> risk.image() == null).findFirst(), List.of());
        }
        for (ReportedImage image : draft.images()) {
            Optional<AcceptedRisk> by =
                    risks.stream().filter(risk -> risk.covers(image)).findFirst();
            parts.computeIfAbsent(by, any -> new ArrayList<>()).add(image);
        }
        List<ReportFinding> findings = new ArrayList<>();
        parts.forEach((by, images) -> {
            by.ifPresent(used::add);
            Acceptance acceptance = by.map(risk -> new Acceptance(risk.reason(), risk.until(), risk.isExpired(today)))
                    .orElse(null);
            findings.add(draft.of(images, acceptance));
        });
        return findings;
    }
}

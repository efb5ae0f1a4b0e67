package dev.shareimage.cli.view.page;

import dev.shareimage.app.report.ReportFinding;
import dev.shareimage.cli.view.page.PageModel.FindingGroup;
import dev.shareimage.domain.AccountId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Groups many findings of a kind, with one fix for all of them if one command can repair all. */
final class FindingGroups {

    /** The number of findings of a kind above which they are grouped. */
    private static final int MAX_SINGLE = 3;

    /** The maximum number of targets that a group names. Each finding in it names its own. */
    private static final int MAX_NAMED = 8;

    /** A command that takes a list of targets as its last word. */
    private static final Pattern FOR_TARGETS = Pattern.compile("(share-image .* --(?:accounts|folder) )([\\w,/-]+)");

    private final PageTexts texts;
    private final PageViews views;

    FindingGroups(PageTexts texts, PageViews views) {
        this.texts = texts;
        this.views = views;
    }

    private record Kind(ReportFinding.Level level, String id, AccountId owner) {}

    /** The groups, in the order of their first findings. */
    List<FindingGroup> of(List<ReportFinding> findings) {
        Map<Kind, List<ReportFinding>> kinds = new LinkedHashMap<>();
        findings.forEach(finding -> kinds.computeIfAbsent(
                        new Kind(finding.level(), finding.id(), finding.owner()), any -> new ArrayList<>())
                .add(finding));
        return kinds.values().stream().map(this::group).toList();
    }

    private FindingGroup group(List<ReportFinding> findings) {
        boolean single = findings.size() <= MAX_SINGLE;
        ReportFinding first = findings.get(0);
        return new FindingGroup(
                single,
                findings.size(),
                first.level().label(),
                texts.get("level." + first.level().label()),
                texts.get("kind." + first.id()),
                single ? "" : named(findings),
                single ? null : repair(findings),
                texts.get("page.each", findings.size()),
                findings.stream().map(views::finding).toList());
    }

    private String named(List<ReportFinding> findings) {
        List<String> ids = findings.stream()
                .map(finding -> Objects.requireNonNullElse(finding.target(), finding.key()))
                .filter(Objects::nonNull)
                .distinct()
                .map(PageTexts::clean)
                .toList();
        String some = ids.stream().limit(MAX_NAMED).collect(Collectors.joining(", "));
        return ids.size() <= MAX_NAMED ? some : some + " " + texts.get("page.more", ids.size() - MAX_NAMED);
    }

    /** The fix for all of them, or null if each needs its own. */
    private static @Nullable String repair(List<ReportFinding> findings) {
        List<String> targets = new ArrayList<>();
        String command = null;
        for (ReportFinding finding : findings) {
            Matcher matcher = FOR_TARGETS.matcher(Objects.requireNonNullElse(finding.fix(), ""));
            if (!matcher.matches() || (command != null && !command.equals(matcher.group(1)))) {
                return null;
            }
            command = matcher.group(1);
            targets.add(matcher.group(2));
        }
        return command + String.join(",", targets);
    }
}

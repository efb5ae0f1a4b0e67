package dev.shareimage.cli.view.page;

import static dev.shareimage.cli.view.page.PageTexts.clean;

import dev.shareimage.app.report.AccessReport.Drift;
import dev.shareimage.app.report.AccessReport.Group;
import dev.shareimage.app.report.AccessReport.Owner;
import dev.shareimage.app.report.AccessReport.RegionRead;
import dev.shareimage.app.report.AccessReport.ReportedImage;
import dev.shareimage.app.report.AccessReport.ReportedShare;
import dev.shareimage.app.report.ReportFinding;
import dev.shareimage.app.report.ReportFinding.Acceptance;
import dev.shareimage.app.report.TrustState;
import dev.shareimage.cli.view.page.PageModel.DriftRow;
import dev.shareimage.cli.view.page.PageModel.DriftView;
import dev.shareimage.cli.view.page.PageModel.FindingView;
import dev.shareimage.cli.view.page.PageModel.GroupView;
import dev.shareimage.cli.view.page.PageModel.Holders;
import dev.shareimage.cli.view.page.PageModel.ImageLink;
import dev.shareimage.cli.view.page.PageModel.ImageView;
import dev.shareimage.cli.view.page.PageModel.OwnerView;
import dev.shareimage.cli.view.page.PageModel.ReadView;
import dev.shareimage.domain.AccountId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the parts of the page from the parts of the report. */
final class PageViews {

    /** The maximum number of links of a finding. The JSON has all images. */
    private static final int MAX_LINKS = 8;

    private final PageTexts texts;
    private final Map<ReportedImage, Integer> places = new HashMap<>();

    PageViews(PageTexts texts, List<ReportedImage> images) {
        this.texts = texts;
        images.forEach(image -> places.putIfAbsent(image, places.size()));
    }

    FindingView finding(ReportFinding finding) {
        Acceptance accepted = finding.accepted();
        List<ImageLink> links = finding.images().stream()
                .limit(MAX_LINKS)
                .map(image -> new ImageLink(anchor(image), image.text()))
                .toList();
        int more = finding.images().size() - links.size();
        String level = finding.level().label();
        return new FindingView(
                level,
                texts.get("level." + level),
                texts.get("kind." + finding.id()),
                clean(finding.message()),
                finding.fix() == null ? null : clean(finding.fix()),
                links,
                more > 0 ? texts.get("page.more", more) : null,
                accepted != null,
                accepted == null ? "" : clean(accepted.reason()),
                accepted == null ? "" : accepted.until().toString());
    }

    private String anchor(ReportedImage image) {
        return "image-" + places.getOrDefault(image, 0);
    }

    ImageView image(ReportedImage image) {
        String encryption =
                image.encrypted() == null ? "page.untold" : image.encrypted() ? "page.encrypted" : "page.plain";
        return new ImageView(
                places.getOrDefault(image, 0),
                anchor(image),
                image.id().value(),
                image.name().isBlank() ? image.id().value() : clean(image.name()),
                image.region().value(),
                texts.get(encryption),
                count(image, state -> state == TrustState.TRUSTED),
                count(image, state -> Boolean.FALSE.equals(state.trusted())),
                count(image, TrustState::isOpen),
                count(image, state -> state == TrustState.NOT_NEEDED),
                holders(image));
    }

    private static @Nullable Integer count(ReportedImage image, Predicate<TrustState> fits) {
        int count = (int)
                image.shares().stream().map(ReportedShare::trust).filter(fits).count();
        return count == 0 ? null : Integer.valueOf(count);
    }

    private List<Holders> holders(ReportedImage image) {
        Map<TrustState, List<String>> ids = new EnumMap<>(TrustState.class);
        image.shares()
                .forEach(share -> ids.computeIfAbsent(share.trust(), any -> new ArrayList<>())
                        .add(share.target().id()));
        return ids.entrySet().stream()
                .map(entry ->
                        new Holders(texts.get("state." + entry.getKey().label()), String.join(", ", entry.getValue())))
                .toList();
    }

    DriftView drift(Owner owner, Drift drift) {
        return new DriftView(
                owner.account() + " · " + texts.get("page.driftAgainst", clean(drift.manifest())),
                drift.images().stream()
                        .map(image -> new DriftRow(image.text(), ids(image.extra()), ids(image.missing())))
                        .toList());
    }

    OwnerView owner(Owner owner) {
        String role = texts.get("page." + PageData.roleText(owner.role()));
        return new OwnerView(
                owner.account().value(),
                clean(owner.readBy()),
                role,
                owner.trustedOnly().isEmpty() ? null : ids(owner.trustedOnly()),
                owner.regions().stream().map(read -> read(owner, read)).toList(),
                owner.groups().stream().map(this::group).toList(),
                owner.notes().stream().map(PageTexts::clean).toList());
    }

    private ReadView read(Owner owner, RegionRead read) {
        long images = owner.images().stream()
                .filter(image -> image.region().equals(read.region()))
                .count();
        return new ReadView(
                read.region().value(),
                read.readAt().toString(),
                PageTexts.minute(read.readAt()),
                (int) images,
                texts.get(read.complete() ? "page.complete" : "page.incomplete"));
    }

    private GroupView group(Group group) {
        List<AccountId> members = group.members();
        String text;
        if (members == null) {
            text = texts.get("page.membersUnread");
        } else {
            text = members.isEmpty()
                    ? texts.get("page.noMembers")
                    : members.stream().map(AccountId::value).collect(Collectors.joining(", "));
        }
        return new GroupView(
                texts.get("page.type." + group.target().type()), group.target().id(), text);
    }

    private static String ids(List<String> ids) {
        return ids.stream().map(PageTexts::clean).collect(Collectors.joining(", "));
    }
}

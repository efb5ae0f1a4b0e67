package dev.shareimage.cli.view.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.report.AccessReport;
import dev.shareimage.app.report.AccessReport.Group;
import dev.shareimage.app.report.AccessReport.KeyFacts;
import dev.shareimage.app.report.AccessReport.Owner;
import dev.shareimage.app.report.AccessReport.ReportedImage;
import dev.shareimage.app.report.AccessReport.ReportedShare;
import dev.shareimage.app.report.AccessReport.RoleFacts;
import dev.shareimage.app.report.TrustState;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.json.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The data for the page's script. Each id occurs once and shares are numbers, so that a large report makes a small
 * page.
 */
final class PageData {

    private static final List<TrustState> STATES = List.of(TrustState.values());

    private final AccessReport report;
    private final Map<String, Integer> targets = new LinkedHashMap<>();
    private final Map<KeyFacts, Integer> keys = new LinkedHashMap<>();
    private final ArrayNode targetList = Json.array();

    private PageData(AccessReport report) {
        this.report = report;
    }

    /** The text for a script element. It cannot end the element. */
    static String of(AccessReport report, Map<String, String> texts) {
        return inScript(Json.write(new PageData(report).tree(texts)));
    }

    private static String inScript(String json) {
        StringBuilder text = new StringBuilder(json.length() + 64);
        for (int i = 0; i < json.length(); i++) {
            char character = json.charAt(i);
            if (character == '<'
                    || character == '>'
                    || character == '&'
                    || character == '\u2028'
                    || character == '\u2029') {
                text.append(String.format("\\u%04x", (int) character));
            } else {
                text.append(character);
            }
        }
        return text.toString();
    }

    private ObjectNode tree(Map<String, String> texts) {
        ObjectNode tree = Json.object();
        ObjectNode words = tree.putObject("t");
        texts.forEach(words::put);
        ArrayNode states = tree.putArray("states");
        STATES.forEach(state -> states.add(state.label()));
        tree.put("role", ShareService.ROLE);
        ArrayNode owners = tree.putArray("owners");
        ArrayNode images = tree.putArray("images");
        ArrayNode groups = tree.putArray("groups");
        List<Owner> all = report.owners();
        for (int i = 0; i < all.size(); i++) {
            Owner owner = all.get(i);
            owners.addObject().put("account", owner.account().value()).put("role", roleText(owner.role()));
            for (ReportedImage image : owner.images()) {
                images.add(image(image, i, owner));
            }
            groups.add(members(owner));
        }
        tree.set("targets", targetList);
        tree.set("keys", keyList());
        return tree;
    }

    /** The page's word for it. */
    static String roleText(RoleFacts role) {
        if (role.present() == null) {
            return "notRead";
        }
        if (!role.present()) {
            return "absent";
        }
        return Boolean.FALSE.equals(role.hasPolicy()) ? "noPolicy" : "present";
    }

    private ArrayNode image(ReportedImage image, int owner, Owner of) {
        ArrayNode row = Json.array();
        row.add(image.region().value()).add(image.id().value()).add(PageTexts.clean(image.name()));
        row.add(image.encrypted() == null ? -1 : image.encrypted() ? 1 : 0).add(owner);
        ArrayNode keysOf = row.addArray();
        of.keys().stream()
                .filter(key ->
                        key.region().equals(image.region()) && image.keys().contains(key.id()))
                .forEach(key -> keysOf.add(keys.computeIfAbsent(key, any -> keys.size())));
        ArrayNode shares = row.addArray();
        for (ReportedShare share : image.shares()) {
            shares.add(index(share.target()));
            shares.add(STATES.indexOf(share.trust()));
            shares.add(seconds(share.sharedAt()));
            shares.add(seconds(share.until()));
            shares.add(share.resourceShareId() == null ? "" : PageTexts.clean(share.resourceShareId()));
        }
        return row;
    }

    private ObjectNode members(Owner owner) {
        ObjectNode members = Json.object();
        for (Group group : owner.groups()) {
            String index = Integer.toString(index(group.target()));
            if (group.members() == null) {
                members.putNull(index);
            } else {
                ArrayNode accounts = members.putArray(index);
                group.members().forEach(account -> accounts.add(index(new ShareTarget.Account(account))));
            }
        }
        return members;
    }

    private ArrayNode keyList() {
        ArrayNode list = Json.array();
        keys.keySet()
                .forEach(key ->
                        list.addArray().add(key.id().value()).add(PageTexts.clean(Objects.toString(key.state(), ""))));
        return list;
    }

    private int index(ShareTarget target) {
        return targets.computeIfAbsent(target.id(), id -> {
            targetList.addArray().add(id).add(target.type());
            return targets.size();
        });
    }

    private static long seconds(@Nullable Instant moment) {
        return moment == null ? 0 : moment.getEpochSecond();
    }
}

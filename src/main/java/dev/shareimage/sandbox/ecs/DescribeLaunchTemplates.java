package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.answer.Page;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.wire.Parameters;
import dev.shareimage.sandbox.world.LaunchTemplate;
import dev.shareimage.sandbox.world.Region;
import java.util.List;
import java.util.Set;

/** Lists the caller's launch templates in a region. */
final class DescribeLaunchTemplates implements Action.Handler {

    private static final String NAME = "ecs:DescribeLaunchTemplates";

    static Action action() {
        return new Action(
                "DescribeLaunchTemplates",
                Set.of("LaunchTemplateId.N", "LaunchTemplateName.N", "PageNumber", "PageSize", "RegionId"),
                NAME,
                new DescribeLaunchTemplates());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        Region region = Regions.of(call);
        call.caller().require(NAME, Regions.resource(call, region, "launchtemplate/*"));
        Page page = Page.of(call.parameters());
        List<LaunchTemplate> found = new LaunchTemplates(call, region)
                .all()
                .filter(template -> isWanted(template, call.parameters()))
                .toList();
        ObjectNode answer = Answers.object();
        page.describe(answer, found.size());
        ArrayNode templates = Answers.wrapped(answer, "LaunchTemplateSets", "LaunchTemplateSet");
        page.of(found)
                .forEach(template -> templates
                        .addObject()
                        .put("LaunchTemplateId", template.id())
                        .put("LaunchTemplateName", template.name())
                        .put("DefaultVersionNumber", template.defaultVersion())
                        .put("LatestVersionNumber", template.latestVersion())
                        .put("CreateTime", Answers.seconds(template.created())));
        return answer;
    }

    private static boolean isWanted(LaunchTemplate template, Parameters parameters) {
        List<String> ids = parameters.list("LaunchTemplateId");
        List<String> names = parameters.list("LaunchTemplateName");
        return (ids.isEmpty() || ids.contains(template.id())) && (names.isEmpty() || names.contains(template.name()));
    }
}

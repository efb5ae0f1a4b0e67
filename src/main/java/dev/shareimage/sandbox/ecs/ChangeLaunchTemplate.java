package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.LaunchTemplate;
import dev.shareimage.sandbox.world.Region;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Creates, extends and deletes launch templates. The contents of a template are checked at the launch. */
final class ChangeLaunchTemplate {

    private static final int FIRST = 1;

    private ChangeLaunchTemplate() {}

    static Action create() {
        String name = "ecs:CreateLaunchTemplate";
        return new Action("CreateLaunchTemplate", withLaunch(), name, call -> {
            Region region = permitted(call, name);
            String title = call.parameters().get("LaunchTemplateName");
            LaunchTemplates templates = new LaunchTemplates(call, region);
            if (templates.all().anyMatch(template -> template.name().equals(title))) {
                throw new ApiError(
                        403, "LaunchTemplateName.Duplicated", "The specified LaunchTemplateName already exists.");
            }
            LaunchTemplate made = new LaunchTemplate(
                    region.id(),
                    call.world().newId("lt-"),
                    call.caller().accountId(),
                    title,
                    List.of(new LaunchTemplate.Version(FIRST, templates.kept())),
                    FIRST,
                    call.now());
            call.world().launchTemplates().put(made);
            return answer(made).put("LaunchTemplateVersionNumber", FIRST);
        });
    }

    static Action createVersion() {
        String name = "ecs:CreateLaunchTemplateVersion";
        return new Action("CreateLaunchTemplateVersion", withLaunch(), name, call -> {
            LaunchTemplates templates = new LaunchTemplates(call, permitted(call, name));
            LaunchTemplate more = templates.require().withVersion(templates.kept());
            call.world().launchTemplates().put(more);
            return answer(more).put("LaunchTemplateVersionNumber", more.latestVersion());
        });
    }

    static Action delete() {
        String name = "ecs:DeleteLaunchTemplate";
        return new Action(
                "DeleteLaunchTemplate", Set.of("LaunchTemplateId", "LaunchTemplateName", "RegionId"), name, call -> {
                    LaunchTemplate gone = new LaunchTemplates(call, permitted(call, name)).require();
                    call.world().launchTemplates().remove(gone);
                    return Answers.object();
                });
    }

    private static Region permitted(Call call, String action) throws ApiError {
        Region region = Regions.of(call);
        call.caller().require(action, Regions.resource(call, region, "launchtemplate/*"));
        return region;
    }

    private static ObjectNode answer(LaunchTemplate template) {
        return Answers.object().put("LaunchTemplateId", template.id());
    }

    private static Set<String> withLaunch() {
        Set<String> names = new TreeSet<>(LaunchParameters.NAMES);
        names.addAll(List.of(
                "LaunchTemplateId", "LaunchTemplateName", "TemplateResourceGroupId", "VersionDescription", "VpcId"));
        return names;
    }
}

package dev.shareimage.sandbox.ecs;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.wire.Parameters;
import dev.shareimage.sandbox.world.LaunchTemplate;
import dev.shareimage.sandbox.world.Region;
import dev.shareimage.sandbox.world.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The caller's launch templates in a region. */
final class LaunchTemplates {

    /** The parameters that name a template. */
    static final Set<String> NAMES = Set.of("LaunchTemplateId", "LaunchTemplateName", "LaunchTemplateVersion");

    /** The parameters that a template does not store. */
    private static final Set<String> OF_CALL = Set.of(
            "ClientToken",
            "LaunchTemplateId",
            "LaunchTemplateName",
            "RegionId",
            "TemplateResourceGroupId",
            "VersionDescription");

    private final Call call;
    private final Region region;

    LaunchTemplates(Call call, Region region) {
        this.call = call;
        this.region = region;
    }

    Stream<LaunchTemplate> all() {
        return call.world()
                .launchTemplates()
                .under(region.id())
                .filter(template -> template.ownerId().equals(call.caller().accountId()));
    }

    /**
     * The template that the call names.
     *
     * @throws ApiError 400 {@code MissingParameter} or 404 {@code InvalidLaunchTemplate.NotFound}
     */
    LaunchTemplate require() throws ApiError {
        Optional<String> id = call.parameters().find("LaunchTemplateId");
        String name = id.isPresent() ? "" : call.parameters().get("LaunchTemplateName");
        return all().filter(template ->
                        id.map(template.id()::equals).orElse(template.name().equals(name)))
                .findFirst()
                .orElseThrow(() -> new ApiError(
                        404,
                        "InvalidLaunchTemplate.NotFound",
                        "The specified LaunchTemplateId \"" + id.orElse("") + "\" LaunchTemplateName \"" + name
                                + "\" is not found."));
    }

    /**
     * The same call, with the parameters of the named template that the call does not have.
     *
     * @throws ApiError as {@link #require}, or 404 {@code InvalidLaunchTemplateVersion.NotFound}
     */
    Call applied() throws ApiError {
        if (NAMES.stream().noneMatch(name -> call.parameters().find(name).isPresent())) {
            return call;
        }
        LaunchTemplate template = require();
        int number = call.parameters().integer("LaunchTemplateVersion", template.defaultVersion(), 1, 1_000_000);
        LaunchTemplate.Version version = template.version(number)
                .orElseThrow(() -> new ApiError(
                        404,
                        "InvalidLaunchTemplateVersion.NotFound",
                        "The specified LaunchTemplateId \"" + template.id() + "\" Version \"" + number
                                + "\" is not found."));
        Map<String, String> merged = new TreeMap<>();
        version.parameters().forEach(parameter -> merged.put(parameter.key(), parameter.value()));
        merged.putAll(call.parameters().values());
        return new Call(call.world(), call.caller(), call.region(), new Parameters(merged), call.now(), call.hints());
    }

    /** The parameters of a call that a template stores. */
    List<Tag> kept() {
        return call.parameters().values().entrySet().stream()
                .filter(parameter -> !OF_CALL.contains(parameter.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(parameter -> new Tag(parameter.getKey(), parameter.getValue()))
                .toList();
    }
}

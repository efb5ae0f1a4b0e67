package dev.shareimage.sandbox.sharing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Association.Kind;
import dev.shareimage.sandbox.world.ResourceShare;
import java.util.List;
import java.util.Set;

/** Creates a share. It always creates a new one, because names need not be unique. */
final class CreateResourceShare implements Action.Handler {

    private static final String NAME = "resourcesharing:CreateResourceShare";

    static Action action() {
        return new Action(
                "CreateResourceShare",
                Set.of(
                        "AllowExternalTargets",
                        "PermissionNames.N",
                        "ResourceArns.N",
                        "ResourceGroupId",
                        "ResourceShareName",
                        "ResourceProperties.N.Property",
                        "ResourceProperties.N.ResourceArn",
                        "Resources.N.ResourceId",
                        "Resources.N.ResourceType",
                        "Tag.N.Key",
                        "Tag.N.Value",
                        "TargetProperties.N.Property",
                        "TargetProperties.N.TargetId",
                        "Targets.N"),
                NAME,
                new CreateResourceShare());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        SharePermission.require(call, NAME, "*");
        String name = ShareParameters.name(call);
        ShareParameters.refuseProperties(call);
        List<Resource> resources = ShareParameters.resources(call);
        List<String> targets = Targets.of(call, Targets.externalAllowed(call));
        SharePermission.checkNames(call);
        Associations associations = new Associations(call, List.of());
        begin(call, associations, resources, targets);
        ResourceShare share = new ResourceShare(
                call.region(),
                call.world().newId("rs-"),
                call.caller().accountId(),
                name,
                Targets.externalAllowed(call),
                call.parameters().find("ResourceGroupId").orElse(null),
                ShareTags.of(call),
                call.now(),
                call.now(),
                null,
                List.copyOf(associations.all()));
        call.world().resourceShares().put(share);
        return ShareView.answer(share);
    }

    static void begin(Call call, Associations associations, List<Resource> resources, List<String> targets)
            throws ApiError {
        for (Resource resource : resources) {
            associations.add(Kind.RESOURCE, resource.id(), resource.type(), ImageSuitability.problem(call, resource));
        }
        for (String target : targets) {
            associations.add(Kind.TARGET, target, Targets.entityType(target), null);
        }
    }
}

package dev.shareimage.sandbox.iam;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.RamPolicy;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Permission policies, the vendor's and the account's own; each has one version. */
final class PolicyActions {

    private static final String DOCUMENT = "PolicyDocument";

    /** In characters (vendor documentation, RAM limits). */
    private static final int MAX_DOCUMENT_LENGTH = 6144;

    private PolicyActions() {}

    static List<Action> actions() {
        return List.of(
                new Action("GetPolicy", Set.of("PolicyName", "PolicyType"), "ram:GetPolicy", PolicyActions::getPolicy),
                new Action(
                        "CreatePolicy",
                        Set.of("PolicyName", DOCUMENT, "Description", "Tag", "Tag.N.Key", "Tag.N.Value"),
                        "ram:CreatePolicy",
                        PolicyActions::createPolicy),
                new Action(
                        "DeletePolicy",
                        Set.of("PolicyName", "CascadingDelete"),
                        "ram:DeletePolicy",
                        PolicyActions::deletePolicy),
                new Action(
                        "ListPolicies",
                        Set.of("PolicyType", "Marker", "MaxItems"),
                        "ram:ListPolicies",
                        PolicyActions::listPolicies));
    }

    private static ObjectNode getPolicy(Call call) throws ApiError {
        String type = RamNames.policyType(call.parameters());
        String name = RamNames.policy(call.parameters());
        call.caller().require("ram:GetPolicy", RamResources.policy(call, type, name));
        RamPolicy policy = get(call, type, name);
        ObjectNode answer = RamApi.empty();
        answer.set("Policy", PolicyShape.of(policy).put("AttachmentCount", PolicyUses.count(call, policy)));
        answer.set("DefaultPolicyVersion", PolicyShape.version(policy));
        return answer;
    }

    private static ObjectNode createPolicy(Call call) throws ApiError {
        String name = RamNames.policy(call.parameters());
        call.caller().require("ram:CreatePolicy", RamResources.policy(call, "Custom", name));
        String document = document(call);
        if (find(call, "Custom", name).isPresent()) {
            throw RamError.alreadyExists("Policy", name);
        }
        RamPolicy policy = new RamPolicy(
                call.caller().accountId(),
                "Custom",
                name,
                call.parameters().find("Description").orElse(null),
                document,
                call.now(),
                call.now());
        call.world().policies().put(policy);
        ObjectNode answer = RamApi.empty();
        answer.set("Policy", PolicyShape.created(policy));
        return answer;
    }

    private static ObjectNode deletePolicy(Call call) throws ApiError {
        String name = RamNames.policy(call.parameters());
        call.caller().require("ram:DeletePolicy", RamResources.policy(call, "Custom", name));
        RamPolicy policy = get(call, "Custom", name);
        if (call.parameters().find("CascadingDelete").orElse("false").equals("true")) {
            PolicyUses.detachEverywhere(call, policy);
        }
        PolicyUses.requireNone(call, policy);
        call.world().policies().remove(policy);
        return RamApi.empty();
    }

    private static ObjectNode listPolicies(Call call) throws ApiError {
        call.caller().require("ram:ListPolicies", RamResources.policy(call, "Custom", "*"));
        List<String> types = call.parameters().find("PolicyType").isPresent()
                ? List.of(RamNames.policyType(call.parameters()))
                : List.of("Custom", "System");
        List<RamPolicy> policies = types.stream()
                .flatMap(type -> call.world()
                        .policies()
                        .under(Permissions.owner(call.caller().accountId(), type)))
                .sorted((first, second) -> first.name().compareTo(second.name()))
                .toList();
        return MarkerPages.page(call.parameters(), policies, RamPolicy::name, "Policies", "Policy", PolicyShape::of);
    }

    static RamPolicy get(Call call, String type, String name) throws ApiError {
        return find(call, type, name).orElseThrow(() -> RamError.notExist("Policy", name));
    }

    static Optional<RamPolicy> find(Call call, String type, String name) {
        return call.world().policies().find(Permissions.owner(call.caller().accountId(), type), name);
    }

    /** The policy that the call names, as a resource. */
    static String resource(Call call) throws ApiError {
        return RamResources.policy(call, RamNames.policyType(call.parameters()), RamNames.policy(call.parameters()));
    }

    private static String document(Call call) throws ApiError {
        String document = RamNames.document(call.parameters(), DOCUMENT, MAX_DOCUMENT_LENGTH);
        try {
            PolicyDocument.checkPermissions(document);
            return document;
        } catch (MalformedPolicyException malformed) {
            throw RamError.malformedPolicy(malformed);
        }
    }
}

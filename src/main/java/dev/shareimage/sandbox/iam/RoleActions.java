package dev.shareimage.sandbox.iam;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.RamRole;
import dev.shareimage.sandbox.world.Tag;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Roles and their trust policies. */
final class RoleActions {

    private static final String DOCUMENT = "AssumeRolePolicyDocument";
    private static final String NEW_DOCUMENT = "NewAssumeRolePolicyDocument";
    private static final int MIN_SESSION_SECONDS = 3600;
    private static final int MAX_SESSION = 43200;

    private RoleActions() {}

    static List<Action> actions() {
        return List.of(
                new Action("GetRole", Set.of("RoleName"), "ram:GetRole", RoleActions::getRole),
                new Action(
                        "CreateRole",
                        Set.of(
                                "RoleName",
                                DOCUMENT,
                                "Description",
                                "MaxSessionDuration",
                                "Tag",
                                "Tag.N.Key",
                                "Tag.N.Value"),
                        "ram:CreateRole",
                        RoleActions::createRole),
                new Action(
                        "UpdateRole",
                        Set.of("RoleName", NEW_DOCUMENT, "NewDescription", "NewMaxSessionDuration"),
                        "ram:UpdateRole",
                        RoleActions::updateRole),
                new Action("DeleteRole", Set.of("RoleName"), "ram:DeleteRole", RoleActions::deleteRole),
                new Action(
                        "ListRoles",
                        Set.of("Marker", "MaxItems", "Tag", "Tag.N.Key", "Tag.N.Value"),
                        "ram:ListRoles",
                        RoleActions::listRoles));
    }

    private static ObjectNode getRole(Call call) throws ApiError {
        String name = RamNames.role(call.parameters());
        call.caller().require("ram:GetRole", RamResources.role(call, name));
        RamRole role = LaggingReads.find(call, name).orElseThrow(() -> RamError.notExist("Role", name));
        return answer(role, true);
    }

    private static ObjectNode createRole(Call call) throws ApiError {
        String name = RamNames.role(call.parameters());
        call.caller().require("ram:CreateRole", RamResources.role(call, name));
        String trust = trust(call, DOCUMENT);
        int duration = duration(call, "MaxSessionDuration", MIN_SESSION_SECONDS);
        if (find(call, name).isPresent()) {
            throw RamError.alreadyExists("Role", name);
        }
        RamRole role = new RamRole(
                call.caller().accountId(),
                name,
                Ids.number(call.world(), "role-", "3"),
                call.parameters().find("Description").orElse(null),
                trust,
                duration,
                call.now(),
                call.now(),
                List.of(),
                RoleTags.of(call),
                List.of());
        call.world().roles().put(role);
        return answer(role, false);
    }

    private static ObjectNode updateRole(Call call) throws ApiError {
        String name = RamNames.role(call.parameters());
        call.caller().require("ram:UpdateRole", RamResources.role(call, name));
        RamRole role = get(call, name);
        if (call.parameters().find(NEW_DOCUMENT).isPresent()) {
            role = role.withTrust(trust(call, NEW_DOCUMENT), call.now());
        }
        int duration = duration(call, "NewMaxSessionDuration", role.maxSessionSeconds());
        role = role.withDetails(
                call.parameters().find("NewDescription").orElse(role.description()), duration, call.now());
        call.world().roles().put(role);
        return answer(role, true);
    }

    private static ObjectNode deleteRole(Call call) throws ApiError {
        String name = RamNames.role(call.parameters());
        call.caller().require("ram:DeleteRole", RamResources.role(call, name));
        RamRole role = get(call, name);
        if (!role.policies().isEmpty()) {
            throw RamError.deleteConflict(
                    "Role.Policy", "The role cannot have any attached policies when you delete it.");
        }
        call.world().roles().remove(role);
        return RamApi.empty();
    }

    private static ObjectNode listRoles(Call call) throws ApiError {
        call.caller().require("ram:ListRoles", RamResources.role(call, "*"));
        List<Tag> wanted = RoleTags.of(call);
        List<RamRole> roles = call.world()
                .roles()
                .under(call.caller().accountId())
                .filter(role -> RoleTags.match(wanted, role.tags()))
                .toList();
        return MarkerPages.page(
                call.parameters(), roles, RamRole::name, "Roles", "Role", role -> RoleShape.of(role, true, false));
    }

    static RamRole get(Call call, String name) throws ApiError {
        return find(call, name).orElseThrow(() -> RamError.notExist("Role", name));
    }

    private static Optional<RamRole> find(Call call, String name) {
        return call.world().roles().find(call.caller().accountId(), name);
    }

    private static int duration(Call call, String parameter, int defaultValue) throws ApiError {
        return call.parameters().integer(parameter, defaultValue, MIN_SESSION_SECONDS, MAX_SESSION);
    }

    private static String trust(Call call, String parameter) throws ApiError {
        String document = RamNames.document(
                call.parameters(), parameter, call.world().settings().trustDocumentLimit());
        try {
            PolicyDocument.checkTrust(document);
            return document;
        } catch (MalformedPolicyException malformed) {
            throw RamError.malformedPolicy(malformed);
        }
    }

    private static ObjectNode answer(RamRole role, boolean withUpdate) {
        ObjectNode answer = RamApi.empty();
        answer.set("Role", RoleShape.of(role, withUpdate, true));
        return answer;
    }
}

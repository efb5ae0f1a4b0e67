package dev.shareimage.sandbox.iam;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.world.RamRole;
import java.time.temporal.ChronoUnit;

/** A role as answers show it. */
final class RoleShape {

    private RoleShape() {}

    /**
     * @param withUpdate whether the date of the last change is shown, which {@code CreateRole} leaves out
     * @param withTrust whether the trust policy is shown, which {@code ListRoles} leaves out
     */
    static ObjectNode of(RamRole role, boolean withUpdate, boolean withTrust) {
        ObjectNode shape = JsonNodeFactory.instance.objectNode();
        shape.put("RoleId", role.id());
        shape.put("RoleName", role.name());
        shape.put("Arn", arn(role));
        shape.put("Description", role.description() == null ? "" : role.description());
        shape.put("MaxSessionDuration", role.maxSessionSeconds());
        shape.put("CreateDate", role.created().truncatedTo(ChronoUnit.SECONDS).toString());
        if (withUpdate) {
            shape.put(
                    "UpdateDate", role.updated().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        if (withTrust) {
            shape.put("AssumeRolePolicyDocument", role.trust());
        } else {
            ArrayNode tags = shape.putObject("Tags").putArray("Tag");
            role.tags().forEach(tag -> tags.addObject().put("TagKey", tag.key()).put("TagValue", tag.value()));
        }
        return shape;
    }

    static String arn(RamRole role) {
        return "acs:ram::" + role.accountId() + ":role/" + role.name();
    }
}

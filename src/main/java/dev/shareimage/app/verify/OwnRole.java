package dev.shareimage.app.verify;

import dev.shareimage.app.state.ReadResult;
import dev.shareimage.cloud.AttachedPolicy;
import dev.shareimage.cloud.Role;
import java.util.List;
import java.util.Optional;

/**
 * The role with which ECS uses keys of the recipient's account (vendor documentation, encrypting disks).
 *
 * @param role the role; empty if there is none
 * @param policies the permission policies that are attached to it
 */
record OwnRole(ReadResult<Optional<Role>> role, ReadResult<List<AttachedPolicy>> policies) {

    static final String NAME = "AliyunECSDiskEncryptDefaultRole";

    /** The policy that the vendor's console attaches. */
    static final AttachedPolicy POLICY = new AttachedPolicy("AliyunECSDiskEncryptRolePolicy", "System");

    /** The service that the role must trust. */
    static final String SERVICE = "ecs.aliyuncs.com";

    /** The trust policy that the console writes. */
    static final String TRUST = "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\","
            + "\"Principal\":{\"Service\":[\"" + SERVICE + "\"]}}]}";
}

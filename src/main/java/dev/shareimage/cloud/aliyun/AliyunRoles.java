package dev.shareimage.cloud.aliyun;

import com.aliyuncs.AcsRequest;
import com.aliyuncs.ram.model.v20150501.AttachPolicyToRoleRequest;
import com.aliyuncs.ram.model.v20150501.CreateRoleRequest;
import com.aliyuncs.ram.model.v20150501.GetRoleRequest;
import com.aliyuncs.ram.model.v20150501.ListPoliciesForRoleRequest;
import com.aliyuncs.ram.model.v20150501.UpdateRoleRequest;
import dev.shareimage.cloud.AttachedPolicy;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.Role;
import dev.shareimage.cloud.Roles;
import dev.shareimage.cloud.aliyun.rpc.ApiResponse;
import dev.shareimage.cloud.aliyun.rpc.Call;
import dev.shareimage.cloud.aliyun.rpc.Product;
import dev.shareimage.cloud.aliyun.rpc.RetryPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@link Roles} through the API of RAM. */
record AliyunRoles(Calls calls) implements Roles {

    @Override
    public Optional<Role> find(String name) throws CloudException {
        GetRoleRequest request = new GetRoleRequest();
        request.setRoleName(name);
        try {
            return Optional.of(role(calls.make(call(request, name))));
        } catch (CloudException e) {
            if (e.kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void create(String name, String description, String trustDocument) throws CloudException {
        CreateRoleRequest request = new CreateRoleRequest();
        request.setRoleName(name);
        request.setDescription(description);
        request.setAssumeRolePolicyDocument(trustDocument);
        calls.make(call(request, name));
    }

    @Override
    public void replaceTrust(String name, String trustDocument) throws CloudException {
        UpdateRoleRequest request = new UpdateRoleRequest();
        request.setRoleName(name);
        request.setNewAssumeRolePolicyDocument(trustDocument);
        calls.make(call(request, name).retry(RetryPolicy.NEVER));
    }

    @Override
    public List<AttachedPolicy> policies(String name) throws CloudException {
        ListPoliciesForRoleRequest request = new ListPoliciesForRoleRequest();
        request.setRoleName(name);
        List<AttachedPolicy> policies = new ArrayList<>();
        for (ApiResponse policy : calls.make(call(request, name)).list("Policies", "Policy")) {
            policies.add(new AttachedPolicy(policy.text("PolicyName"), policy.text("PolicyType")));
        }
        return policies;
    }

    @Override
    public void attach(String name, AttachedPolicy policy) throws CloudException {
        AttachPolicyToRoleRequest request = new AttachPolicyToRoleRequest();
        request.setRoleName(name);
        request.setPolicyName(policy.name());
        request.setPolicyType(policy.type());
        try {
            calls.make(call(request, name + " " + policy.name()));
        } catch (CloudException e) {
            if (e.kind() != Kind.ALREADY_EXISTS) {
                throw e;
            }
        }
    }

    private static Call call(AcsRequest<?> request, String target) {
        return Call.central(Product.RAM, request, target);
    }

    private static Role role(ApiResponse answer) throws CloudException {
        ApiResponse role = answer.object("Role");
        return new Role(
                role.text("RoleName"),
                role.text("Arn"),
                role.text("AssumeRolePolicyDocument"),
                role.timeOrNull("UpdateDate"));
    }
}

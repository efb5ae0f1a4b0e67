package dev.shareimage.sandbox.iam;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.wire.Caller;
import dev.shareimage.sandbox.wire.Parameters;
import dev.shareimage.sandbox.world.RamRole;
import dev.shareimage.sandbox.world.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Creates sessions for identities that both their own policies and the role's trust policy allow. */
final class AssumeRole {

    private static final Pattern ROLE_ARN = Pattern.compile("acs:ram::(?<account>\\d{1,20}):role/(?<role>[^/]{1,64})");
    private static final int MIN_SECONDS = 900;
    private static final int MAX_POLICY_LENGTH = 2048;

    /** Expired sessions are kept for this time, so that their keys differ from unknown ones. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private AssumeRole() {}

    static ObjectNode assumeRole(Call call) throws ApiError {
        Matcher arn = ROLE_ARN.matcher(call.parameters().get("RoleArn"));
        if (!arn.matches()) {
            throw wronglyFormed("RoleArn");
        }
        String sessionName = sessionName(call.parameters());
        Optional<String> policy = policy(call.parameters());
        RamRole role = call.world()
                .roles()
                .find(arn.group("account"), arn.group("role"))
                .orElseThrow(() -> RamError.notExist("Role", arn.group("role")));
        int seconds = seconds(call.parameters(), role);
        requireTrust(call.caller(), role, conditions(call.parameters()));
        forgetOldSessions(call);
        Session session = session(role, sessionName, policy, call.now().plusSeconds(seconds));
        call.world().sessions().put(session);
        ObjectNode answer = answer(role, session);
        call.parameters().find("SourceIdentity").ifPresent(identity -> answer.put("SourceIdentity", identity));
        return answer;
    }

    private static void requireTrust(Caller caller, RamRole role, Map<String, String> conditions) throws ApiError {
        if (caller.principalType().equals("Account")) {
            throw new ApiError(403, "NoPermission", "Roles may not be assumed by root accounts.", "sts:AssumeRole");
        }
        caller.require("sts:AssumeRole", "acs:ram:*:" + role.accountId() + ":role/" + role.name());
        if (!TrustEvaluator.allowsIdentity(role.trust(), caller.accountId(), identityArn(caller), conditions)) {
            throw DenialCode.error("sts:AssumeRole", false);
        }
    }

    /** The condition keys of a trust policy that a caller can meet by a parameter. */
    private static Map<String, String> conditions(Parameters parameters) throws ApiError {
        Optional<String> externalId = parameters.find("ExternalId");
        if (externalId.isPresent() && !externalId.get().matches("[A-Za-z0-9_=,.@:/+-]{2,1224}")) {
            throw wronglyFormed("ExternalId");
        }
        return externalId.map(id -> Map.of("sts:ExternalId", id)).orElse(Map.of());
    }

    /** Trust policies name the role, not its sessions. */
    private static String identityArn(Caller caller) {
        String marker = ":assumed-role/";
        int start = caller.arn().indexOf(marker);
        if (start < 0) {
            return caller.arn();
        }
        String roleAndSession = caller.arn().substring(start + marker.length());
        return caller.arn().substring(0, start) + ":role/"
                + roleAndSession.substring(0, roleAndSession.lastIndexOf('/'));
    }

    private static Session session(RamRole role, String sessionName, Optional<String> policy, Instant expiration) {
        return new Session(
                "STS." + Ids.secret(24),
                Ids.secret(44),
                "CAIS" + Ids.secret(200),
                role.accountId(),
                role.name(),
                sessionName,
                policy.orElse(null),
                expiration.truncatedTo(ChronoUnit.SECONDS));
    }

    private static void forgetOldSessions(Call call) {
        Instant limit = call.now().minus(REMEMBERED);
        call.world().sessions().stream()
                .filter(session -> session.expiration().isBefore(limit))
                .toList()
                .forEach(call.world().sessions()::remove);
    }

    private static String sessionName(Parameters parameters) throws ApiError {
        String name = parameters.get("RoleSessionName");
        if (!name.matches("[A-Za-z0-9.@_-]{2,64}")) {
            throw wronglyFormed("RoleSessionName");
        }
        return name;
    }

    private static Optional<String> policy(Parameters parameters) throws ApiError {
        Optional<String> policy = parameters.find("Policy");
        if (policy.isEmpty()) {
            return policy;
        }
        if (policy.get().length() > MAX_POLICY_LENGTH) {
            throw new ApiError(
                    400, "InvalidParameter.PolicySize", "The size of Policy must be smaller than 2048 bytes.");
        }
        try {
            PolicyDocument.checkPermissions(policy.get());
            return policy;
        } catch (MalformedPolicyException malformed) {
            throw new ApiError(
                    400, "InvalidParameter.PolicyGrammar", "The parameter Policy has not passed grammar check.");
        }
    }

    private static int seconds(Parameters parameters, RamRole role) throws ApiError {
        try {
            return parameters.integer("DurationSeconds", 3600, MIN_SECONDS, role.maxSessionSeconds());
        } catch (ApiError outside) {
            throw new ApiError(outside.status(), outside.code(), "The Min/Max value of DurationSeconds is 15min/1hr.");
        }
    }

    private static ApiError wronglyFormed(String parameter) {
        return new ApiError(400, "InvalidParameter." + parameter, "The parameter " + parameter + " is wrongly formed.");
    }

    private static ObjectNode answer(RamRole role, Session session) {
        ObjectNode answer = RamApi.empty();
        answer.putObject("AssumedRoleUser")
                .put("Arn", RoleShape.arn(role) + "/" + session.sessionName())
                .put("AssumedRoleId", role.id() + ":" + session.sessionName());
        answer.putObject("Credentials")
                .put("AccessKeyId", session.accessKeyId())
                .put("AccessKeySecret", session.secret())
                .put("SecurityToken", session.token())
                .put("Expiration", session.expiration().toString());
        return answer;
    }
}

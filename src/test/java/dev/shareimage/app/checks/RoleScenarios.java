package dev.shareimage.app.checks;

import static dev.shareimage.app.checks.Scenario.usual;
import static dev.shareimage.app.fake.FakeCloud.HONGKONG;
import static dev.shareimage.app.run.ServiceFixture.ENCRYPTED;
import static dev.shareimage.app.run.ServiceFixture.FOLDER;
import static dev.shareimage.app.run.ServiceFixture.account;
import static dev.shareimage.app.run.ServiceFixture.accounts;
import static dev.shareimage.app.run.ServiceFixture.share;
import static dev.shareimage.app.run.ServiceFixture.toAccounts;
import static dev.shareimage.app.run.ServiceFixture.toFolders;
import static dev.shareimage.app.run.ServiceFixture.trusting;

import dev.shareimage.app.ShareRequest;
import dev.shareimage.app.fake.Refusals;
import dev.shareimage.app.run.ServiceFixture;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.DirectoryId;
import java.util.List;
import java.util.function.Consumer;

/** Roles with a missing or wrong trust policy or permission policy. */
final class RoleScenarios {

    private static final String TRUSTED = "2000000000000001@ecs.aliyuncs.com";
    private static final ShareRequest NO_SETUP =
            new ShareRequest(HONGKONG, List.of(ENCRYPTED), toAccounts(account(1)), List.of(), false, false);
    private static final Consumer<ServiceFixture> WITHOUT_POLICY =
            fixture -> fixture.cloud.roles().detachAll();

    private RoleScenarios() {}

    static List<Scenario> all() {
        return List.of(
                usual("no role", fixture -> fixture.cloud.roles().vanishes(), """
                        - pass trust-safe
                        - pass role
                        - pass policy
                        - pass trust
                        warn role: role AliyunECSShareEncryptImageDefaultRole is missing; it will be created
                        warn policy: policy AliyunKMSFullAccess is not attached to the role; it will be
                        pass trust-size: the trust policy has 136 characters"""),
                new Scenario(
                        "no role, and none may be made",
                        fixture -> fixture.cloud.roles().vanishes(),
                        NO_SETUP,
                        """
                        - pass trust-safe
                        - pass role
                        - pass policy
                        - pass trust
                        fail role: role AliyunECSShareEncryptImageDefaultRole is missing | share-image create-role \
                        --accounts 2000000000000001
                        fail policy: policy AliyunKMSFullAccess is not attached to the role | share-image \
                        create-role --accounts 2000000000000001"""),
                new Scenario(
                        "a trust that gets long",
                        trusts(trusting(accounts(1, 54).toArray(AccountId[]::new))
                                .json()),
                        share(ENCRYPTED, toAccounts(account(55))),
                        """
                        - pass trust
                        warn trust: the role does not trust 1 of the targets; it will be added
                        warn trust-size: the trust policy would have 2080 characters; the cloud's limit is \
                        not documented, so it may refuse this | if the cloud refuses it, nothing is changed; a folder or \
                        resource directory needs only one short statement (--folder, --resource-directory); to remove \
                        accounts that need no image: share-image list-shares --all-images names them, and \
                        set-trust --remove removes them"""),
                new Scenario(
                        "a role that trusts somebody else",
                        fixture -> {},
                        share(ENCRYPTED, toAccounts(accounts(1, 3))),
                        """
                        - pass accounts-valid
                        - pass quota
                        - pass trust
                        pass accounts-valid: all account ids are well formed
                        pass quota: image m-encrypted1: 0 accounts have it, 3 are added, 50 are allowed
                        warn trust: the role does not trust 2 of the targets; they will be added
                        pass trust-size: the trust policy has 208 characters"""),
                new Scenario(
                        "a role that may not be touched and trusts somebody else",
                        trusts(trusting(account(9)).json()),
                        NO_SETUP,
                        """
                        - pass trust
                        fail trust: the role does not trust 1 of the targets: they could see the image but not use it | \
                        share-image set-trust --accounts 2000000000000001"""),
                usual("a role without its policy", WITHOUT_POLICY, """
                        - pass policy
                        warn policy: policy AliyunKMSFullAccess is not attached to the role; it will be"""),
                new Scenario("a role that may not be touched, without its policy", WITHOUT_POLICY, NO_SETUP, """
                        - pass policy
                        fail policy: policy AliyunKMSFullAccess is not attached to the role | share-image \
                        create-role --accounts 2000000000000001"""),
                usual(
                        "a role that may not be read",
                        fixture -> {
                            fixture.cloud.script().refuse(Refusals.forbidden("ram", "GetRole"));
                            fixture.cloud.script().refuse(Refusals.forbidden("ram", "ListPoliciesForRole"));
                        },
                        """
                        - pass trust-safe
                        - pass role
                        - pass policy
                        - pass trust
                        not-checked trust-safe: AliyunECSShareEncryptImageDefaultRole: could not check, permission \
                        ram:GetRole is missing | ask your administrator to allow ram:GetRole
                        not-checked role: AliyunECSShareEncryptImageDefaultRole: could not check, permission ram:GetRole is \
                        missing | ask your administrator to allow ram:GetRole
                        not-checked policy: AliyunKMSFullAccess: could not check, permission ram:ListPoliciesForRole is \
                        missing | ask your administrator to allow ram:ListPoliciesForRole
                        not-checked trust: AliyunECSShareEncryptImageDefaultRole: could not check, permission ram:GetRole \
                        is missing | ask your administrator to allow ram:GetRole"""),
                new Scenario(
                        "a role that may not be read, and a folder that is shared with all the same",
                        fixture -> {
                            fixture.cloud.script().refuse(Refusals.forbidden("ram", "GetRole"));
                            fixture.cloud.script().refuse(Refusals.forbidden("ram", "ListPoliciesForRole"));
                        },
                        new ShareRequest(HONGKONG, List.of(ENCRYPTED), toFolders(FOLDER), List.of(), true, true),
                        """
                        - pass accounts-valid
                        - pass quota
                        - pass trust-safe
                        - pass role
                        - pass policy
                        - pass trust
                        pass directory: fd-a reaches 1 member now, and those that join later
                        pass sharing-enabled: sharing with the resource directory is enabled
                        not-checked trust-safe: AliyunECSShareEncryptImageDefaultRole: could not check, permission \
                        ram:GetRole is missing | ask your administrator to allow ram:GetRole
                        not-checked role: AliyunECSShareEncryptImageDefaultRole: could not check, permission ram:GetRole is \
                        missing | ask your administrator to allow ram:GetRole
                        not-checked policy: AliyunKMSFullAccess: could not check, permission ram:ListPoliciesForRole is \
                        missing | ask your administrator to allow ram:ListPoliciesForRole
                        not-checked trust: AliyunECSShareEncryptImageDefaultRole: could not check, permission ram:GetRole \
                        is missing | ask your administrator to allow ram:GetRole
                        warn trust: whether the role trusts --folder rd-1/r-1/fd-a is not known: Resource Sharing \
                        shares the image with them anyway, and without the trust their members see the image but cannot use it | \
                        ask somebody who may read the role to run share-image doctor --folder rd-1/r-1/fd-a"""),
                usual(
                        "policies that may not be read",
                        fixture -> fixture.cloud.script().refuse(Refusals.forbidden("ram", "ListPoliciesForRole")),
                        """
                        - pass policy
                        not-checked policy: AliyunKMSFullAccess: could not check, permission ram:ListPoliciesForRole is \
                        missing | ask your administrator to allow ram:ListPoliciesForRole"""),
                usual("a trust policy that cannot be understood", trusts("{}"), """
                        - pass trust-safe
                        - pass trust
                        fail trust-safe: the role's trust policy is unreadable (it has no list of statements) | \
                        replace it: share-image set-trust --replace --accounts 2000000000000001
                        pass trust-size: the trust policy has 136 characters"""),
                usual("a door that is open", trusts(also("*@ecs.aliyuncs.com")), """
                        - pass trust-safe
                        fail trust-safe: CRITICAL: statement 2 of the role's trust policy lets the ECS service of every account in \
                        the world use your keys (*@ecs.aliyuncs.com without an effective condition) | name exactly \
                        who may use the key: share-image set-trust --replace --accounts 2000000000000001"""),
                usual(
                        "a role that is open to identities",
                        trusts(also("x").replace("\"Service\":[\"x\"]", "\"RAM\":\"*\"")),
                        """
                        - pass trust-safe
                        fail trust-safe: CRITICAL: statement 2 of the role's trust policy lets the identities of every account in \
                        the world assume the role (* without an effective condition) | name exactly who may use the key: \
                        share-image set-trust --replace --accounts 2000000000000001"""),
                usual("a principal with a space", trusts(also("2000000000000003@ ecs.aliyuncs.com")), """
                        - pass trust-safe
                        warn trust-safe: statement 2 of the role's trust policy names "2000000000000003@ ecs.aliyuncs.com", \
                        which contains a space and matches nobody"""),
                usual("the service without an account", trusts(also("ecs.aliyuncs.com")), """
                        - pass trust-safe
                        warn trust-safe: statement 2 of the role's trust policy names ecs.aliyuncs.com without an account, which \
                        gives no recipient the key"""),
                usual(
                        "a policy without a version",
                        trusts(trusting(account(1)).json().replace("\"Version\":\"1\",", "")),
                        """
                        - pass trust-safe
                        warn trust-safe: the role's trust policy has no "Version":"1\""""),
                usual("a wildcard under StringEquals", trusts(conditional("rd-1/r-1/fd-*")), """
                        - pass trust-safe
                        warn trust-safe: statement 2 of the role's trust policy compares with "rd-1/r-1/fd-*" by StringEquals, \
                        where * is no wildcard"""),
                usual(
                        "accounts beside everybody",
                        trusts(conditional("rd-1").replace("[\"*", "[\"" + TRUSTED + "\",\"*")),
                        """
                        - pass trust-safe
                        warn trust-safe: statement 2 of the role's trust policy names accounts and \
                        *@ecs.aliyuncs.com; its condition applies to both"""),
                usual(
                        "another action",
                        trusts(statements(
                                statement(TRUSTED), statement(TRUSTED).replace("AssumeRole", "GetCallerIdentity"))),
                        """
                        - pass trust-safe
                        warn trust-safe: statement 2 of the role's trust policy names 2000000000000001@ecs.aliyuncs.com but does not \
                        allow sts:AssumeRole"""),
                usual(
                        "a denial that depends on the address of the caller",
                        trusts(statements(
                                statement(TRUSTED), onlyFrom(statement(TRUSTED).replace("Allow", "Deny")))),
                        """
                        - pass trust
                        warn trust: a statement with Effect Deny in the role's trust policy may deny \
                        2000000000000001 the key; it is not known whether its condition is met | look at the statement, and take \
                        2000000000000001 out of it if it is meant to have the key: aliyun ram GetRole --RoleName \
                        AliyunECSShareEncryptImageDefaultRole"""),
                new Scenario(
                        "a role that may not be touched and trusts under a condition",
                        trusts(statements(onlyFrom(statement(TRUSTED)))),
                        NO_SETUP,
                        """
                        - pass trust
                        warn trust: whether the role trusts 1 of the targets cannot be known here: it depends on their \
                        place in the resource directory, or on a condition that cannot be evaluated | to make \
                        sure, add statements for them: share-image set-trust --accounts 2000000000000001"""),
                usual(
                        "a member that the directory's statement covers",
                        fixture -> {
                            fixture.cloud.directory().belongsTo(new DirectoryId("rd-1"), account(9));
                            fixture.cloud.directory().member(account(1), "rd-1/r-1");
                            fixture.cloud.roles().existsWithTrust(statements(ofDirectory("rd-1")));
                        },
                        ""),
                usual(
                        "a denial",
                        trusts(statements(statement(TRUSTED), statement(TRUSTED).replace("Allow", "Deny"))),
                        """
                        - pass trust
                        fail trust: a statement with Effect Deny in the role's trust policy names 2000000000000001 and denies \
                        it the key; the fix is the policy as this run read it, without that denial | aliyun ram UpdateRole --RoleName \
                        AliyunECSShareEncryptImageDefaultRole --NewAssumeRolePolicyDocument '{"Version":"1","Statement":\
                        [{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":\
                        ["2000000000000001@ecs.aliyuncs.com"]}}]}'"""),
                usual(
                        "a denial of everybody",
                        trusts(statements(
                                statement(TRUSTED),
                                statement("*@ecs.aliyuncs.com").replace("Allow", "Deny"))),
                        """
                        - pass trust
                        fail trust: a statement with Effect Deny in the role's trust policy denies 2000000000000001 the key | \
                        take 2000000000000001 out of that statement: aliyun ram GetRole --RoleName \
                        AliyunECSShareEncryptImageDefaultRole, then UpdateRole"""));
    }

    private static String onlyFrom(String statement) {
        return statement.replace("}}", "},\"Condition\":{\"IpAddress\":{\"acs:SourceIp\":\"203.0.113.7\"}}}");
    }

    private static String ofDirectory(String directory) {
        return statement("*@ecs.aliyuncs.com")
                .replace("}}", "},\"Condition\":{\"StringEquals\":{\"sts:ServiceOwnerRDId\":\"" + directory + "\"}}}");
    }

    private static Consumer<ServiceFixture> trusts(String document) {
        return fixture -> fixture.cloud.roles().existsWithTrust(document);
    }

    private static String also(String principal) {
        return statements(statement(TRUSTED), statement(principal));
    }

    private static String conditional(String value) {
        return statements(statement(TRUSTED), ofDirectory(value));
    }

    private static String statements(String... statements) {
        return "{\"Version\":\"1\",\"Statement\":[" + String.join(",", statements) + "]}";
    }

    private static String statement(String principal) {
        return "{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":{\"Service\":[\"" + principal
                + "\"]}}";
    }
}

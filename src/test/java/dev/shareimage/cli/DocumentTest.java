package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.Failure;
import dev.shareimage.app.ListRequest;
import dev.shareimage.app.ShareListing;
import dev.shareimage.app.ShareService;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.ImageRef;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents for programs, compared as a whole. */
class DocumentTest {

    @Test
    void of_a_share() {
        Failure failure = Reports.failure(Kind.NOT_FOUND, "InvalidAccount.NotFound");

        CommandLineRun.Outcome outcome = share(Reports.proposal(Reports.partial(failure)), "-y");

        assertThat(outcome.exitCode()).isEqualTo(4);
        // RamPolicyTest compares the policy.
        String document = outcome.out().replaceFirst("(?s),\n    \"policy\": \\{.*?\n    \\}", "");
        assertThat(document).isEqualTo("""
                {
                  "schemaVersion": 1,
                  "command": "share",
                  "status": "partial",
                  "region": "cn-hongkong",
                  "account": "1000000000000001",
                  "checks": [
                    {
                      "id": "key-enabled",
                      "status": "pass",
                      "message": "key k is enabled",
                      "fix": null
                    }
                  ],
                  "role": {
                    "name": "AliyunECSShareEncryptImageDefaultRole",
                    "action": "unchanged"
                  },
                  "trust": {
                    "action": "unchanged",
                    "added": [],
                    "removed": []
                  },
                  "images": [
                    {
                      "imageId": "m-1",
                      "imageName": "golden",
                      "region": "cn-hongkong",
                      "encrypted": true,
                      "targets": [
                        {
                          "type": "account",
                          "id": "2000000000000002",
                          "status": "shared",
                          "error": null
                        },
                        {
                          "type": "account",
                          "id": "3000000000000003",
                          "status": "failed",
                          "error": {
                            "code": "InvalidAccount.NotFound",
                            "message": "it did not work",
                            "requestId": "REQ-1",
                            "fix": "try again"
                          }
                        }
                      ]
                    }
                  ],
                  "calls": {
                    "made": 6,
                    "retried": 0
                  },
                  "recipient": {
                    "owner": "1000000000000001",
                    "text": "Activate Key Management Service (KMS), if your account does not use it yet:\\nCreate a \
                key in each region and tag it for ECS, or tag a key that you have. Its spec must be Aliyun_AES_256 \
                or Aliyun_SM4. Replace KEY with its id:\\nCreate role AliyunECSDiskEncryptDefaultRole, with which \
                ECS uses your keys, unless your account has it. The console creates it when you confirm, an API call \
                does not. An answer EntityAlreadyExists.Role or EntityAlreadyExists.Role.Policy means that this part \
                is there already:\\nFind the images in cn-hongkong:\\nLaunch an instance from an encrypted image; an \
                encrypted system disk must be an ESSD. Replace TYPE, VSWITCH, GROUP and KEY with an instance type, a \
                vSwitch, a security group and your key:\\nChoose a vSwitch outside of cn-hongkong-d: there, system \
                disks cannot be encrypted when they are created.",
                    "commands": [
                      "aliyun kms OpenKmsService",
                      "aliyun kms CreateKey --region cn-hongkong --KeySpec Aliyun_AES_256",
                      "aliyun kms TagResource --region cn-hongkong --KeyId KEY --Tags \
                '[{\\"TagKey\\":\\"acs:ecs:disk-encryption\\",\\"TagValue\\":\\"true\\"}]'",
                      "aliyun ram CreateRole --RoleName AliyunECSDiskEncryptDefaultRole --AssumeRolePolicyDocument \
                '{\\"Version\\":\\"1\\",\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"sts:AssumeRole\\",\\"Principal\\":{\\"Service\\":[\\"ecs.aliyuncs.com\\"]}}]}'",
                      "aliyun ram AttachPolicyToRole --RoleName AliyunECSDiskEncryptDefaultRole --PolicyType System \
                --PolicyName AliyunECSDiskEncryptRolePolicy",
                      "aliyun ecs DescribeImages --RegionId cn-hongkong --ImageOwnerAlias others --ImageId m-1",
                      "aliyun ecs RunInstances --RegionId cn-hongkong --ImageId m-1 --InstanceType TYPE --VSwitchId \
                VSWITCH --SecurityGroupId GROUP --SystemDisk.Category cloud_essd --SystemDisk.Encrypted true \
                --SystemDisk.KMSKeyId KEY"
                    ],
                    "steps": [
                      {
                        "text": "Activate Key Management Service (KMS), if your account does not use it yet:",
                        "commands": [
                          "aliyun kms OpenKmsService"
                        ]
                      },
                      {
                        "text": "Create a key in each region and tag it for ECS, or tag a key that you have. Its \
                spec must be Aliyun_AES_256 or Aliyun_SM4. Replace KEY with its id:",
                        "commands": [
                          "aliyun kms CreateKey --region cn-hongkong --KeySpec Aliyun_AES_256",
                          "aliyun kms TagResource --region cn-hongkong --KeyId KEY --Tags \
                '[{\\"TagKey\\":\\"acs:ecs:disk-encryption\\",\\"TagValue\\":\\"true\\"}]'"
                        ]
                      },
                      {
                        "text": "Create role AliyunECSDiskEncryptDefaultRole, with which ECS uses your keys, unless \
                your account has it. The console creates it when you confirm, an API call does not. An answer \
                EntityAlreadyExists.Role or EntityAlreadyExists.Role.Policy means that this part is there already:",
                        "commands": [
                          "aliyun ram CreateRole --RoleName AliyunECSDiskEncryptDefaultRole \
                --AssumeRolePolicyDocument \
                '{\\"Version\\":\\"1\\",\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"sts:AssumeRole\\",\\"Principal\\":{\\"Service\\":[\\"ecs.aliyuncs.com\\"]}}]}'",
                          "aliyun ram AttachPolicyToRole --RoleName AliyunECSDiskEncryptDefaultRole --PolicyType \
                System --PolicyName AliyunECSDiskEncryptRolePolicy"
                        ]
                      },
                      {
                        "text": "Find the images in cn-hongkong:",
                        "commands": [
                          "aliyun ecs DescribeImages --RegionId cn-hongkong --ImageOwnerAlias others --ImageId m-1"
                        ]
                      },
                      {
                        "text": "Launch an instance from an encrypted image; an encrypted system disk must be an \
                ESSD. Replace TYPE, VSWITCH, GROUP and KEY with an instance type, a vSwitch, a security group and \
                your key:",
                        "commands": [
                          "aliyun ecs RunInstances --RegionId cn-hongkong --ImageId m-1 --InstanceType TYPE \
                --VSwitchId VSWITCH --SecurityGroupId GROUP --SystemDisk.Category cloud_essd --SystemDisk.Encrypted \
                true --SystemDisk.KMSKeyId KEY"
                        ]
                      },
                      {
                        "text": "Choose a vSwitch outside of cn-hongkong-d: there, system disks cannot be encrypted \
                when they are created.",
                        "commands": []
                      }
                    ],
                    "verify": [
                      "share-image verify --region cn-hongkong --image-id m-1"
                    ]
                  },
                  "warnings": [
                    "the accounts can read all data of the image"
                  ]
                }
                """);
    }

    @Test
    void of_a_refusal_to_confirm() {
        CommandLineRun.Outcome outcome = share(Reports.proposal(Reports.succeeded()));

        assertThat(outcome.exitCode()).isEqualTo(7);
        assertThat(outcome.out()).contains("\"status\": \"declined\",").endsWith("""
                  "error": {
                    "code": "ConfirmationRequired",
                    "message": "not confirmed, nothing was changed: there is no terminal for the confirmation",
                    "requestId": null,
                    "fix": "repeat the command with --yes to do it without asking"
                  },
                  "recipient": null,
                  "warnings": [
                    "the accounts can read all data of the image"
                  ]
                }
                """);
    }

    @Test
    void of_a_listing() {
        CommandLineRun.Outcome outcome = new CommandLineRun().run("list-shares", "-o", "json");

        assertThat(outcome.out()).isEqualTo("""
                {
                  "schemaVersion": 1,
                  "command": "list-shares",
                  "status": "succeeded",
                  "region": "cn-hongkong",
                  "account": "1000000000000001",
                  "images": [
                    {
                      "imageId": "m-1",
                      "imageName": "本番イメージ",
                      "region": "cn-hongkong",
                      "encrypted": true,
                      "shares": [
                        {
                          "type": "account",
                          "id": "2000000000000002",
                          "sharedAt": "2026-11-23T12:00:00Z",
                          "trusted": true,
                          "resourceShareId": null
                        },
                        {
                          "type": "folder",
                          "id": "fd-Jyl5U70000",
                          "sharedAt": null,
                          "trusted": false,
                          "resourceShareId": "rs-1"
                        }
                      ]
                    }
                  ],
                  "trustedButNotShared": [
                    "4000000000000004@ecs.aliyuncs.com"
                  ]
                }
                """);
    }

    @Test
    void of_a_listing_for_a_terminal() {
        CommandLineRun.Outcome outcome = new CommandLineRun().onTerminal().run("list-shares", "--no-color");

        assertThat(outcome.out()).isEqualTo("""
                  TYPE     SHARED WITH       SHARED AT   TRUSTED  RESOURCE SHARE ID
                m-1  本番イメージ  encrypted  cn-hongkong
                  account  2000000000000002  7 days ago  yes      -
                  folder   fd-Jyl5U70000     -           no       rs-1
                """);
        assertThat(outcome.err()).isEqualTo("""
                Note: 1 share of an encrypted image is not covered by the trust: the recipients
                  see the image but cannot use it; repair:
                  share-image set-trust --folder fd-Jyl5U70000
                Note: trusted, but has none of these images: 4000000000000004@ecs.aliyuncs.com
                """);
    }

    @Test
    void of_a_listing_as_a_table_in_a_pipe() {
        assertThat(new CommandLineRun().run("list-shares", "-o", "table").out()).isEqualTo("""
                IMAGE ID  IMAGE NAME    ENCRYPTED  TYPE     SHARED WITH       SHARED AT             TRUSTED  RESOURCE SHARE ID  REGION
                m-1       本番イメージ  yes        account  2000000000000002  2026-11-23T12:00:00Z  yes      -                  cn-hongkong
                m-1       本番イメージ  yes        folder   fd-Jyl5U70000     -                     no       rs-1               cn-hongkong
                """);
    }

    @Test
    void of_a_listing_with_tabs_in_a_pipe_and_where_asked_for() {
        String tabs = """
                m-1	本番イメージ	yes	account	2000000000000002	2026-11-23T12:00:00Z	yes		cn-hongkong\t
                m-1	本番イメージ	yes	folder	fd-Jyl5U70000		no	rs-1	cn-hongkong\t
                """;

        assertThat(new CommandLineRun().run("list-shares").out()).isEqualTo(tabs);
        assertThat(new CommandLineRun()
                        .onTerminal()
                        .run("list-shares", "-o", "tsv")
                        .out())
                .isEqualTo(tabs);
    }

    @Test
    void of_checks_as_a_table_on_a_terminal_where_asked_for() {
        assertThat(new CommandLineRun()
                        .onTerminal()
                        .run("doctor", "-o", "table")
                        .out())
                .isEqualTo("""
                STATUS  CHECK        MESSAGE
                \u001B[32mpass\u001B[0m    key-enabled  key k is enabled
                """);
    }

    @ParameterizedTest
    @CsvSource({"tsv,'yes\tm-1\nno\tm-1\n'", "csv,'trusted,imageId\nyes,m-1\nno,m-1\n'"})
    void of_the_columns_that_were_chosen(String format, String expected) {
        assertThat(new CommandLineRun()
                        .run("list-shares", "-o", format, "--columns", "trusted,image-id")
                        .out())
                .isEqualTo(expected.translateEscapes());
        assertThat(new CommandLineRun()
                        .with("SHARE_IMAGE_COLUMNS", "TRUSTED,imageid")
                        .run("list-shares", "-o", format)
                        .out())
                .isEqualTo(expected.translateEscapes());
    }

    @Test
    void of_chosen_columns_in_a_table() {
        assertThat(new CommandLineRun()
                        .run("list-shares", "-o", "table", "--columns=sharedWith", "--columns=sharedAt")
                        .out())
                .isEqualTo("""
                SHARED WITH       SHARED AT
                2000000000000002  2026-11-23T12:00:00Z
                fd-Jyl5U70000     -
                """);
    }

    @Test
    void of_a_column_that_is_not_there() {
        CommandLineRun run = new CommandLineRun();
        CommandLineRun.Outcome outcome = run.run("list-shares", "--columns", "imageId,owner");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).isEqualTo("""
                share-image: no column is called owner; there are imageId, imageName, encrypted, type, sharedWith,\
                 sharedAt, trusted, resourceShareId, region, source
                  fix: share-image help list-shares
                """);
        assertThat(run.opened()).isEmpty();
        assertThat(new CommandLineRun().run("help", "--columns", "imageId").exitCode())
                .isEqualTo(2);
    }

    @Test
    void of_a_listing_in_yaml() {
        CommandLineRun.Outcome outcome = new CommandLineRun().run("list-shares", "-o", "yaml");

        assertThat(outcome.out()).isEqualTo("""
                schemaVersion: 1
                command: "list-shares"
                status: "succeeded"
                region: "cn-hongkong"
                account: "1000000000000001"
                images:
                  - imageId: "m-1"
                    imageName: "本番イメージ"
                    region: "cn-hongkong"
                    encrypted: true
                    shares:
                      - type: "account"
                        id: "2000000000000002"
                        sharedAt: "2026-11-23T12:00:00Z"
                        trusted: true
                        resourceShareId: null
                      - type: "folder"
                        id: "fd-Jyl5U70000"
                        sharedAt: null
                        trusted: false
                        resourceShareId: "rs-1"
                trustedButNotShared:
                  - "4000000000000004@ecs.aliyuncs.com"
                """);
    }

    @Test
    void of_a_listing_in_csv() {
        CommandLineRun.Outcome outcome = new CommandLineRun().run("list-shares", "-o", "csv");

        assertThat(outcome.out()).isEqualTo("""
                imageId,imageName,encrypted,type,sharedWith,sharedAt,trusted,resourceShareId,region,source
                m-1,本番イメージ,yes,account,2000000000000002,2026-11-23T12:00:00Z,yes,,cn-hongkong,
                m-1,本番イメージ,yes,folder,fd-Jyl5U70000,,no,rs-1,cn-hongkong,
                """);
    }

    @Test
    void of_the_role() {
        CommandLineRun.Outcome outcome = new CommandLineRun().run("create-role", "-o", "csv");

        assertThat(outcome.out()).isEqualTo("""
                kind,name,action
                role,AliyunECSShareEncryptImageDefaultRole,unchanged
                trust,AliyunECSShareEncryptImageDefaultRole,unchanged
                """);
    }

    @Test
    void a_dry_run_says_of_the_principals_what_would_become_of_them() {
        CommandLineRun.Outcome outcome = new CommandLineRun()
                .with(new FakeService().proposing(Reports.proposal(Reports.succeeded())))
                .run("set-trust", "--accounts", "2000000000000002", "--dry-run");

        assertThat(outcome.out())
                .contains("principal\t2000000000000002@ecs.aliyuncs.com\tto-add\n")
                .doesNotContain("added");
    }

    /**
     * A region that does not exist has no host. If one address serves all regions, the cloud does not know the region.
     */
    @ParameterizedTest
    @CsvSource({"UNAVAILABLE,UnknownHost", "NOT_FOUND,InvalidRegionId.NotFound"})
    void a_region_that_is_one_letter_off_is_asked_back(CloudException.Kind kind, String code) {
        CloudException failure = new CloudException(kind, "GetCallerIdentity", code, "no");

        assertThat(new CommandLineRun()
                        .with(failing(failure))
                        .run("list-shares", "--region", "cn-hongkon")
                        .err())
                .contains("  fix: did you mean cn-hongkong? ");
        assertThat(new CommandLineRun()
                        .with(failing(failure))
                        .run("list-shares", "--region", "cn-hangzhou")
                        .err())
                .doesNotContain("did you mean");
    }

    @Test
    void an_unshared_image_has_a_row_of_its_own() {
        CommandLineRun.Outcome outcome = new CommandLineRun()
                .with(new FakeService().listing(unshared(true)))
                .run("list-shares", "--image-id", "m-1");

        assertThat(outcome.out()).isEqualTo("m-1\tgolden\tyes\t\t\t\t\t\tcn-hongkong\t\n");
        assertThat(outcome.err()).endsWith("1 image is listed in cn-hongkong, shared with nobody.\n");
    }

    @Test
    void nobody_is_said_to_lack_an_image_where_directories_could_not_be_read() {
        CommandLineRun.Outcome outcome = new CommandLineRun()
                .with(new FakeService().listing(unshared(false)))
                .run("list-shares", "--image-id", "m-1");

        assertThat(outcome.err())
                .endsWith("1 image is listed in cn-hongkong, shared with no account; whether with a directory or folder"
                        + " could not be read.\n");
    }

    private static ShareListing unshared(boolean groupsRead) {
        return new ShareListing(
                Reports.listing().regions(),
                Reports.listing().account(),
                List.of(new ShareListing.ListedImage(Reports.REF, "golden", true, List.of())),
                List.of(),
                List.of(),
                groupsRead,
                List.of(),
                Map.of());
    }

    @Test
    void an_absent_image_is_a_precondition_and_does_not_hide_the_others() {
        ShareListing listing = new ShareListing(
                Reports.listing().regions(),
                Reports.listing().account(),
                Reports.listing().images(),
                List.of(ImageRef.parse("cn-hongkong:m-absent")),
                List.of(),
                true,
                List.of(),
                Map.of());
        ShareListing nothing = new ShareListing(
                listing.regions(),
                listing.account(),
                List.of(),
                listing.missing(),
                List.of(),
                true,
                List.of(),
                Map.of());

        CommandLineRun.Outcome some =
                new CommandLineRun().with(new FakeService().listing(listing)).run("list-shares", "-o", "json");
        CommandLineRun.Outcome none =
                new CommandLineRun().with(new FakeService().listing(nothing)).run("list-shares", "-o", "json");

        assertThat(some.exitCode()).isEqualTo(4);
        assertThat(some.out()).contains("\"status\": \"partial\"", "\"imageId\": \"m-1\"");
        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(none.out()).contains("\"status\": \"failed\"", "\"code\": \"InvalidImageId.NotFound\"");
        assertThat(none.err())
                .startsWith("share-image: not in cn-hongkong, not yours, or not visible to you: m-absent");
    }

    @Test
    void of_an_examination() {
        CommandLineRun.Outcome outcome = new CommandLineRun()
                .with(new FakeService().examining(Reports.blocked()))
                .run("doctor");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out()).isEqualTo("""
                pass	image-found	image m-1 is in cn-hongkong\t
                fail	key-enabled	key k is Disabled	enable it
                not-checked	quota	kms:DescribeKey is missing	ask
                """);
        assertThat(outcome.err()).isEqualTo("Checks: 1 passed, 0 warned, 1 failed, 1 not checked\n");
    }

    @Test
    void of_an_examination_for_a_terminal() {
        CommandLineRun.Outcome outcome = new CommandLineRun()
                .onTerminal()
                .with(new FakeService().examining(Reports.blocked()))
                .run("doctor");

        assertThat(outcome.out()).isEqualTo("""
                \u001B[32mpass         image-found: image m-1 is in cn-hongkong\u001B[0m
                \u001B[31mfail         key-enabled: key k is Disabled\u001B[0m
                               fix: enable it
                \u001B[33mnot-checked  quota: kms:DescribeKey is missing\u001B[0m
                               fix: ask
                """);
    }

    @Test
    void of_an_interrupted_command_says_so_once() {
        CommandLineRun run = new CommandLineRun()
                .with(failing(new CloudException(Kind.INTERRUPTED, "", "Interrupted", "the run was interrupted")));

        assertThat(run.run("list-shares").err()).isEqualTo("""
                share-image: the run was interrupted
                  fix: run the same command again: nothing is done twice
                """);
        assertThat(run.run("list-shares", "--lang", "zh").err()).startsWith("share-image: 运行被中断\n");
        assertThat(run.run("list-shares", "-o", "json").out()).contains("\"code\": \"Interrupted\"");
    }

    @Test
    void of_a_call_that_is_not_permitted() {
        CommandLineRun.Outcome outcome = new CommandLineRun()
                .with(failing(new CloudException(
                        Kind.NOT_PERMITTED,
                        "DescribeImages",
                        "NoPermission",
                        "You are not authorized.\u001B[2J",
                        "REQ-9",
                        "ecs:DescribeImages")))
                .run("list-shares", "-o", "json");

        assertThat(outcome.exitCode()).isEqualTo(5);
        assertThat(outcome.out()).isEqualTo("""
                {
                  "schemaVersion": 1,
                  "command": "list-shares",
                  "status": "failed",
                  "region": "cn-hongkong",
                  "error": {
                    "code": "NoPermission",
                    "message": "permission ecs:DescribeImages is missing: You are not authorized.\\u001b[2J",
                    "requestId": "REQ-9",
                    "fix": "ask your administrator to allow ecs:DescribeImages; share-image policy operator prints a policy"
                  }
                }
                """);
        assertThat(outcome.err()).isEqualTo("""
                share-image: permission ecs:DescribeImages is missing: You are not authorized.\uFFFD[2J (NoPermission, request id REQ-9)
                  fix: ask your administrator to allow ecs:DescribeImages; share-image policy operator prints a policy
                """);
    }

    @Test
    void of_a_defect() {
        ShareService broken = new FakeService() {
            @Override
            public ShareListing listShares(ListRequest request) {
                throw new IllegalStateException("secret detail");
            }
        };

        CommandLineRun.Outcome outcome = new CommandLineRun().with(broken).run("list-shares");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).isEqualTo("""
                share-image: something unexpected happened: this is a defect of share-image
                  fix: run it again with --debug and report what it prints, together with the output of share-image\
                 --version; what was done is kept, and the command can be repeated
                """);
        assertThat(new CommandLineRun()
                        .with(broken)
                        .run("list-shares", "--debug")
                        .err())
                .contains("IllegalStateException: secret detail");
    }

    private static ShareService failing(CloudException failure) {
        return new FakeService() {
            @Override
            public ShareListing listShares(ListRequest request) throws CloudException {
                throw failure;
            }
        };
    }

    private static CommandLineRun.Outcome share(FakeService.FakeProposal proposal, String... options) {
        String[] command = new String[options.length + 6];
        System.arraycopy(
                new String[] {"--image-id", "m-1", "--accounts", "2000000000000002", "-o", "json"}, 0, command, 0, 6);
        System.arraycopy(options, 0, command, 6, options.length);
        return new CommandLineRun().with(new FakeService().proposing(proposal)).run(command);
    }
}

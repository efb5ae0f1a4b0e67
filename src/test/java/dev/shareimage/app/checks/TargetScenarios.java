package dev.shareimage.app.checks;

import static dev.shareimage.app.checks.Scenario.usual;
import static dev.shareimage.app.fake.FakeCloud.HONGKONG;
import static dev.shareimage.app.run.ServiceFixture.ENCRYPTED;
import static dev.shareimage.app.run.ServiceFixture.FOLDER;
import static dev.shareimage.app.run.ServiceFixture.account;
import static dev.shareimage.app.run.ServiceFixture.accounts;
import static dev.shareimage.app.run.ServiceFixture.share;
import static dev.shareimage.app.run.ServiceFixture.toAccounts;
import static dev.shareimage.app.run.ServiceFixture.toDirectory;
import static dev.shareimage.app.run.ServiceFixture.toFolders;

import dev.shareimage.app.ShareRequest;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.fake.FakeCloud;
import dev.shareimage.app.fake.Refusals;
import dev.shareimage.app.run.ServiceFixture;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.FolderId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Targets that cannot receive the image. */
final class TargetScenarios {

    private static final ShareRequest TO_FOLDER = share(ENCRYPTED, toFolders(FOLDER));

    private static final ShareRequest TO_UNKNOWN = share(
            ENCRYPTED,
            new TargetQuery(List.of(), false, Optional.empty(), List.of(new FolderId("fd-none")), List.of()));

    private static final ShareRequest TO_BOTH =
            share(ENCRYPTED, new TargetQuery(accounts(1, 1), false, Optional.empty(), List.of(), List.of(FOLDER)));

    /** The findings that a folder adds to those of an account. */
    private static final String FOLDER_INSTEAD = """
            - pass accounts-valid
            - pass quota
            """;

    private TargetScenarios() {}

    static List<Scenario> all() {
        return List.of(
                new Scenario(
                        "the own account, and one of another length",
                        fixture -> {},
                        share(ENCRYPTED, toAccounts(FakeCloud.OWNER, new AccountId("20000000000002"))),
                        """
                        - pass accounts-valid
                        - pass quota
                        - pass trust
                        fail accounts-valid: account 1000000000000001 is your own | leave 1000000000000001 out: the owner \
                        has the image already
                        warn accounts-valid: account 20000000000002 has 14 digits; nearly all have 16
                        pass quota: image m-encrypted1: 0 accounts have it, 2 are added, 50 are allowed
                        warn trust: the role does not trust 2 of the targets; they will be added
                        pass trust-size: the trust policy has 206 characters"""),
                usual(
                        "a quota that counts who has it already",
                        fixture -> {
                            fixture.cloud.quotas().set(OptionalInt.of(3));
                            fixture.cloud.imageShares().put(HONGKONG, ENCRYPTED, accounts(2, 4));
                        },
                        """
                        - pass quota
                        fail quota: image m-encrypted1: 3 accounts have it and 1 is to be added, but only 3 are allowed | \
                        ask for a higher quota in Quota Center (product ecs), take accounts away, or share with a folder \
                        or resource directory"""),
                usual(
                        "a quota that is full of those asked for",
                        fixture -> {
                            fixture.cloud.quotas().set(OptionalInt.of(1));
                            fixture.cloud.imageShares().put(HONGKONG, ENCRYPTED, accounts(1, 1));
                        },
                        """
                        - pass quota
                        pass quota: image m-encrypted1: 1 account has it, 0 are added, 1 is allowed"""),
                usual(
                        "a quota that is not listed",
                        fixture -> fixture.cloud.quotas().set(OptionalInt.empty()),
                        """
                        - pass quota
                        pass quota: image m-encrypted1: 0 accounts have it, 1 is added, 50 are assumed to be allowed (no \
                        such quota is listed)"""),
                usual(
                        "a quota that is not listed and would be exceeded",
                        fixture -> {
                            fixture.cloud.quotas().set(OptionalInt.empty());
                            fixture.cloud.imageShares().put(HONGKONG, ENCRYPTED, accounts(2, 51));
                        },
                        """
                        - pass quota
                        fail quota: image m-encrypted1: 50 accounts have it and 1 is to be added, but 50 are assumed to be \
                        allowed (no such quota is listed) | share with a folder or resource directory, take accounts \
                        away, or let the cloud decide with --force"""),
                usual(
                        "a quota that may not be read",
                        fixture -> fixture.cloud.script().refuse(Refusals.forbidden("quotas", "GetProductQuota")),
                        """
                        - pass quota
                        not-checked quota: image m-encrypted1: 0 accounts have it, 1 is added, 50 are assumed to be allowed, \
                        as the quota could not be read (NoPermission, quotas:GetProductQuota) | ask your administrator to \
                        allow quotas:GetProductQuota"""),
                usual(
                        "a quota that could not be read",
                        fixture -> fixture.cloud.script().refuse(Refusals.unavailable("GetProductQuota")),
                        """
                        - pass quota
                        not-checked quota: image m-encrypted1: 0 accounts have it, 1 is added, 50 are assumed to be allowed, \
                        as the quota could not be read (ServiceUnavailable)"""),
                new Scenario("a folder", TargetScenarios::trustFolder, TO_FOLDER, FOLDER_INSTEAD + """
                                pass directory: fd-a reaches 1 member now, and those that join later
                                pass sharing-enabled: sharing with the resource directory is enabled"""),
                new Scenario(
                        "a path that the folder does not have",
                        TargetScenarios::trustFolder,
                        share(ENCRYPTED, toFolders(new FolderPath("rd-1/r-1/fd-z/fd-a"))),
                        FOLDER_INSTEAD + """
                                - pass trust
                                fail directory: folder fd-a is not at rd-1/r-1/fd-z/fd-a but at rd-1/r-1/fd-a: trust \
                                in a wrong path gives nobody the key | name it as --folder rd-1/r-1/fd-a
                                pass sharing-enabled: sharing with the resource directory is enabled
                                warn trust: the role does not trust 1 of the targets; it will be added
                                pass trust-size: the trust policy has 467 characters"""),
                new Scenario(
                        "a folder whose members may not be read",
                        fixture -> {
                            trustFolder(fixture);
                            fixture.cloud.script().refuse(Refusals.forbidden("resourcemanager", "ListAccounts"));
                        },
                        TO_FOLDER,
                        FOLDER_INSTEAD + """
                                not-checked directory: could not check that rd-1/r-1/fd-a is the path of folder fd-a \
                                (NoPermission, resourcemanager:ListAccounts); with a wrong path nobody can use the key
                                pass sharing-enabled: sharing with the resource directory is enabled"""),
                new Scenario(
                        "a directory whose members may not be read",
                        fixture -> {
                            fixture.cloud
                                    .roles()
                                    .existsWithTrust(TrustPolicy.of(List.of(
                                                    new ShareTarget.Account(account(1)),
                                                    new ShareTarget.ResourceDirectory(new DirectoryId("rd-1"))))
                                            .json());
                            fixture.cloud.script().refuse(Refusals.forbidden("resourcemanager", "ListAccounts"));
                        },
                        share(ENCRYPTED, toDirectory()),
                        FOLDER_INSTEAD + """
                                not-checked directory: rd-1: its members could not be read (NoPermission, \
                                resourcemanager:ListAccounts); only the directory's management account \
                                and its delegated administrators may
                                pass sharing-enabled: sharing with the resource directory is enabled"""),
                new Scenario(
                        "a folder, and a directory that may not be read",
                        fixture -> {
                            trustFolder(fixture);
                            fixture.cloud
                                    .script()
                                    .refuse(Refusals.forbidden("resourcemanager", "GetResourceDirectory"));
                            fixture.cloud
                                    .script()
                                    .refuse(Refusals.forbidden(
                                            "resourcesharing", "CheckSharingWithResourceDirectoryStatus"));
                        },
                        TO_FOLDER,
                        FOLDER_INSTEAD + """
                                not-checked directory: the resource directory: could not check, permission \
                                resourcemanager:GetResourceDirectory is missing | ask your administrator to allow \
                                resourcemanager:GetResourceDirectory
                                not-checked sharing-enabled: the resource directory: could not check, permission \
                                resourcesharing:CheckSharingWithResourceDirectoryStatus is missing | ask your \
                                administrator to allow resourcesharing:CheckSharingWithResourceDirectoryStatus"""),
                new Scenario("a folder that is not there", fixture -> {}, TO_UNKNOWN, FOLDER_INSTEAD + """
                                - pass double-share
                                - pass trust
                                fail directory: the resource directory has no folder fd-none | check the id; the directory's \
                                management account sees all folders"""),
                new Scenario(
                        "a folder that may not be looked up",
                        fixture -> fixture.cloud
                                .script()
                                .refuse(Refusals.notFound("GetFolder", "EntityNotExists.ResourceDirectory")),
                        TO_UNKNOWN,
                        FOLDER_INSTEAD + """
                                - pass double-share
                                - pass trust
                                fail directory: this account may not look up the path of folder fd-none: \
                                only the directory's management account and its delegated administrators may | give the folder with \
                                its path, which the management account knows: --folder rd-…/r-…/fd-none"""),
                new Scenario(
                        "a folder, and no directory",
                        fixture -> {
                            trustFolder(fixture);
                            fixture.cloud.directory().belongsToNone();
                        },
                        TO_FOLDER,
                        FOLDER_INSTEAD + """
                                fail directory: this account is in no resource directory | name accounts with --accounts, \
                                or join a resource directory first
                                pass sharing-enabled: sharing with the resource directory is enabled"""),
                new Scenario(
                        "another directory, and sharing that is not enabled",
                        fixture -> {
                            fixture.cloud.directory().belongsTo(new DirectoryId("rd-2"), account(9));
                            fixture.cloud.resourceShares().disable();
                            trustFolder(fixture);
                        },
                        TO_FOLDER,
                        FOLDER_INSTEAD + """
                                fail directory: fd-a is not in your resource directory rd-2 | name targets of rd-2, or \
                                accounts with --accounts
                                fail sharing-enabled: sharing with the resource directory is not enabled | the management \
                                account enables it; it cannot be undone by API: aliyun resourcesharing \
                                EnableSharingWithResourceDirectory"""),
                new Scenario(
                        "a member and its folder at once",
                        fixture -> {
                            trustFolder(fixture);
                            member(fixture);
                        },
                        TO_BOTH,
                        """
                        - pass double-share
                        - pass trust
                        pass directory: fd-a reaches 2 members now, and those that join later
                        pass sharing-enabled: sharing with the resource directory is enabled
                        fail double-share: image m-encrypted1: fd-a reaches 2000000000000001, which would also have \
                        it directly; that makes its share list inconsistent | leave them out, or take them away first: share-image \
                        unshare --region cn-hongkong --image-id m-encrypted1 --accounts 2000000000000001; --force shares \
                        both ways
                        pass trust: the role trusts all targets"""),
                new Scenario(
                        "an account of nobody's directory and a folder at once",
                        TargetScenarios::trustFolder,
                        TO_BOTH,
                        """
                        - pass double-share
                        - pass trust
                        pass directory: fd-a reaches 1 member now, and those that join later
                        pass sharing-enabled: sharing with the resource directory is enabled
                        pass double-share: image m-encrypted1 is shared with accounts beside fd-a, which has \
                        none of them as members
                        pass trust: the role trusts all targets"""),
                new Scenario(
                        "a folder for an image that its members have",
                        fixture -> {
                            trustFolder(fixture);
                            fixture.cloud.imageShares().put(HONGKONG, ENCRYPTED, accounts(1, 2));
                        },
                        TO_FOLDER,
                        FOLDER_INSTEAD + """
                                - pass double-share
                                pass directory: fd-a reaches 1 member now, and those that join later
                                pass sharing-enabled: sharing with the resource directory is enabled
                                fail double-share: image m-encrypted1: fd-a reaches 2000000000000002, which would \
                                also have it directly; that makes its share list inconsistent | leave them out, or take them away \
                                first: share-image unshare --region cn-hongkong --image-id m-encrypted1 --accounts \
                                2000000000000002; --force shares both ways"""),
                usual(
                        "an account for an image that its folder has",
                        fixture -> {
                            folderHasIt(fixture);
                            member(fixture);
                        },
                        """
                        - pass double-share
                        fail double-share: image m-encrypted1: fd-a reaches 2000000000000001, which would also have \
                        it directly; that makes its share list inconsistent | leave them out, or take them away first: share-image \
                        unshare --region cn-hongkong --image-id m-encrypted1 --accounts 2000000000000001; --force shares \
                        both ways"""),
                usual(
                        "an account for an image that a folder has, of which nobody may see the members",
                        fixture -> {
                            folderHasIt(fixture);
                            fixture.cloud.script().refuse(Refusals.forbidden("resourcemanager", "ListAccounts"));
                        },
                        """
                        - pass double-share
                        fail double-share: image m-encrypted1: whether fd-a reaches the 1 account that has it directly \
                        could not be read (NoPermission, resourcemanager:ListAccounts); an account that has it both ways \
                        makes its share list inconsistent | use credentials that may read the members (resourcemanager:ListAccounts, \
                        as the management account); --force shares anyway"""),
                usual(
                        "an account for an image that both have already",
                        fixture -> {
                            folderHasIt(fixture);
                            member(fixture);
                            fixture.cloud.imageShares().put(HONGKONG, ENCRYPTED, accounts(1, 1));
                        },
                        """
                        - pass quota
                        - pass double-share
                        pass quota: image m-encrypted1: 1 account has it, 0 are added, 50 are allowed
                        pass double-share: image m-encrypted1 is shared with accounts and with fd-a already"""),
                usual(
                        "resource shares that may not be read",
                        fixture -> fixture.cloud
                                .script()
                                .refuse(Refusals.forbidden("resourcesharing", "ListResourceShareAssociations")),
                        """
                        - pass double-share
                        not-checked double-share: m-encrypted1: could not check, permission \
                        resourcesharing:ListResourceShareAssociations is missing | ask your administrator to allow \
                        resourcesharing:ListResourceShareAssociations"""));
    }

    private static void member(ServiceFixture fixture) {
        fixture.cloud.directory().member(account(1), FOLDER.value());
    }

    private static void folderHasIt(ServiceFixture fixture) {
        fixture.cloud.resourceShares().put(HONGKONG, "rs-1", "by-hand", List.of("m-encrypted1"), List.of("fd-a"));
    }

    private static void trustFolder(ServiceFixture fixture) {
        fixture.cloud
                .roles()
                .existsWithTrust(
                        TrustPolicy.of(List.of(new ShareTarget.Account(account(1)), new ShareTarget.Folder(FOLDER)))
                                .json());
    }
}

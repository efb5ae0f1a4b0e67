package dev.shareimage.cloud.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.AttachedPolicy;
import dev.shareimage.cloud.CallPool;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.CopyOrder;
import dev.shareimage.cloud.Image;
import dev.shareimage.cloud.ImagePage;
import dev.shareimage.cloud.Snapshot;
import dev.shareimage.cloud.aliyun.http.Stub;
import dev.shareimage.cloud.aliyun.rpc.CallLimits;
import dev.shareimage.cloud.aliyun.rpc.FakeSleeper;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.FolderId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AliyunPortsTest {

    private static final RegionId REGION = new RegionId("cn-hongkong");

    private final Stub stub = new Stub();
    private final Calls calls = stub.calls(new FakeSleeper(), CallLimits.until(FakeSleeper.START.plusSeconds(60)));

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void images_of_every_status_are_asked_for() throws CloudException {
        stub.then(200, "{\"TotalCount\":0,\"Images\":{\"Image\":[]}}");
        assertThat(new AliyunImages(calls).find(REGION, new ImageId("m-1"))).isEmpty();
        assertThat(stub.values("Status"))
                .containsExactly("Creating,Waiting,Available,UnAvailable,CreateFailed,Deprecated");
        assertThat(stub.values("ImageOwnerAlias")).containsExactly("-");
    }

    @Test
    void a_page_of_the_own_images_is_read_in_one_call_with_its_total() throws CloudException {
        stub.then(200, """
                {"TotalCount":250,"Images":{"Image":[{"ImageId":"m-1","Status":"Available"}]}}""");
        ImagePage page = new AliyunImages(calls).ownedPage(REGION, 3);
        assertThat(page.images()).extracting(Image::id).containsExactly(new ImageId("m-1"));
        assertThat(page.total()).hasValue(250);
        assertThat(stub.values("PageNumber")).containsExactly("3");
        assertThat(stub.values("PageSize")).containsExactly("100");
        assertThat(stub.values("ImageOwnerAlias")).containsExactly("self");
        assertThat(stub.values("Status"))
                .containsExactly("Creating,Waiting,Available,UnAvailable,CreateFailed,Deprecated");
    }

    @Test
    void a_page_of_the_own_images_without_a_total_has_none() throws CloudException {
        stub.then(200, "{\"Images\":{\"Image\":[]}}");
        assertThat(new AliyunImages(calls).ownedPage(REGION, 1))
                .isEqualTo(new ImagePage(List.of(), OptionalInt.empty()));
    }

    /** Otherwise the trust would be pruned without a look at any region. */
    @Test
    void an_empty_list_of_regions_is_an_error() {
        stub.then(200, "{\"Regions\":{\"Region\":[]}}");
        assertThat(catchThrowableOfType(CloudException.class, () -> new AliyunRegions(calls).all(REGION)))
                .hasMessageContaining("Regions is empty")
                .extracting(CloudException::kind)
                .isEqualTo(Kind.MALFORMED);
    }

    @Test
    void a_page_of_the_own_images_without_a_list_is_an_error() {
        stub.then(200, "{\"TotalCount\":3}");
        assertThat(catchThrowableOfType(CloudException.class, () -> new AliyunImages(calls).ownedPage(REGION, 1))
                        .kind())
                .isEqualTo(Kind.MALFORMED);
    }

    @Test
    void many_snapshots_are_read_in_as_few_calls_as_possible() throws CloudException {
        stub.then(200, snapshots(0, 99));
        stub.then(200, snapshots(99, 21));
        List<String> ids =
                IntStream.range(0, 120).mapToObj(number -> "s-" + number).toList();
        assertThat(new AliyunImages(calls).snapshots(REGION, ids))
                .extracting(Snapshot::id)
                .isEqualTo(ids);
        assertThat(stub.values("SnapshotIds"))
                .extracting(list -> list.split(",").length)
                .containsExactly(99, 21);
        assertThat(stub.values("SnapshotIds").get(1))
                .startsWith("[\"s-99\",\"s-100\",")
                .endsWith("\"s-119\"]");
    }

    private static String snapshots(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(number -> "{\"SnapshotId\":\"s-" + number + "\"}")
                .collect(Collectors.joining(",", "{\"Snapshots\":{\"Snapshot\":[", "]},\"TotalCount\":" + count + "}"));
    }

    @Test
    void images_that_are_being_made_are_asked_for_at_once() throws CloudException {
        stub.then(200, """
                {"TotalCount":2,"Images":{"Image":[\
                {"ImageId":"m-1","Status":"Creating","Progress":"47%","Tags":{"Tag":[{"TagKey":"a","TagValue":"b"}]}},\
                {"ImageId":"m-2","Status":"Waiting","Progress":"soon","Tags":{"Tag":[{"TagKey":"c"}]}}]}}""");
        assertThat(new AliyunImages(calls).unfinished(REGION))
                .extracting(Image::id, Image::unfinished, Image::percent, Image::tags)
                .containsExactly(
                        tuple(new ImageId("m-1"), true, 47, Map.of("a", "b")),
                        tuple(new ImageId("m-2"), true, null, Map.of("c", "")));
        assertThat(stub.values("Status")).containsExactly("Creating,Waiting");
        assertThat(stub.values("ImageOwnerAlias")).containsExactly("self");
    }

    @Test
    void a_copy_is_asked_for_with_all_that_makes_it_the_only_one() throws CloudException {
        stub.then(200, "{\"ImageId\":\"m-2\"}");
        CopyOrder order = new CopyOrder(
                REGION,
                new ImageId("m-1"),
                new RegionId("ap-southeast-1"),
                new KeyId("key-1"),
                "name",
                "description",
                Map.of("a", "b"),
                "token");
        assertThat(new AliyunImages(calls).copy(order)).isEqualTo(new ImageId("m-2"));
        assertThat(Stream.of(
                                "Action",
                                "RegionId",
                                "ImageId",
                                "DestinationRegionId",
                                "DestinationImageName",
                                "DestinationDescription",
                                "Encrypted",
                                "KMSKeyId",
                                "Tag.1.Key",
                                "Tag.1.Value",
                                "ClientToken")
                        .map(name -> stub.values(name).get(0)))
                .containsExactly(
                        "CopyImage",
                        "cn-hongkong",
                        "m-1",
                        "ap-southeast-1",
                        "name",
                        "description",
                        "true",
                        "key-1",
                        "a",
                        "b",
                        "token");
    }

    @Test
    void whether_a_disk_is_encrypted_may_be_left_open() throws CloudException {
        stub.then(200, """
                {"Images":{"Image":[{"ImageId":"m-1","Status":"Available","ImageOwnerAlias":"self",\
                "ImageOwnerId":1000000000000001,"DiskDeviceMappings":{"DiskDeviceMapping":[{"SnapshotId":"s-1"}]}}]}}""");
        assertThat(new AliyunImages(calls)
                        .find(REGION, new ImageId("m-1"))
                        .orElseThrow()
                        .encrypted())
                .isEmpty();
    }

    @Test
    void keys_that_services_made_are_asked_for_by_the_documented_filter() throws CloudException {
        stub.then(200, "{\"TotalCount\":1,\"Keys\":{\"Key\":[{\"KeyId\":\"key-1\",\"KeyArn\":\"a\"}]}}");
        assertThat(new AliyunKeys(calls).serviceKeys(REGION)).containsExactly(new KeyId("key-1"));
        assertThat(stub.values("Filters")).containsExactly("[{\"Key\":\"CreatorType\",\"Values\":[\"Service\"]}]");
    }

    /** As in a real answer of 2023 for an own image. */
    @Test
    void an_own_image_may_lack_its_owner_and_what_encrypts_it() throws CloudException {
        stub.then(200, """
                {"TotalCount":1,"Images":{"Image":[{"ImageId":"m-1","Status":"Available","ImageOwnerAlias":"self",\
                "DiskDeviceMappings":{"DiskDeviceMapping":[{"SnapshotId":"s-1","Device":"/dev/xvda"}]}}]}}""");
        Image image = new AliyunImages(calls).find(REGION, new ImageId("m-1")).orElseThrow();
        assertThat(image.owner()).isNull();
        assertThat(image.encrypted()).isEmpty();
    }

    @Test
    void an_image_without_disks_is_not_taken_for_a_plain_one() throws CloudException {
        stub.then(200, "{\"TotalCount\":1,\"Images\":{\"Image\":[{\"ImageId\":\"m-1\",\"Status\":\"Creating\"}]}}");
        assertThat(new AliyunImages(calls)
                        .find(REGION, new ImageId("m-1"))
                        .orElseThrow()
                        .encrypted())
                .isEmpty();
    }

    @Test
    void an_image_that_is_counted_and_not_listed_is_not_gone() {
        stub.then(200, "{\"TotalCount\":1,\"Images\":{\"Image\":[]}}");
        CloudException failure = catchThrowableOfType(
                CloudException.class, () -> new AliyunImages(calls).find(REGION, new ImageId("m-1")));
        assertThat(failure.kind()).isEqualTo(Kind.MALFORMED);
    }

    /** A missing list is an error, not an empty list, in the answers of all products. */
    @ParameterizedTest
    @MethodSource("lists")
    void an_answer_without_its_list_is_malformed(String name, ThrowingConsumer<Calls> read) {
        stub.then(200, "{\"RequestId\":\"r\"}");
        CloudException failure = catchThrowableOfType(CloudException.class, () -> read.acceptThrows(calls));
        assertThat(failure.kind()).as(name).isEqualTo(Kind.MALFORMED);
    }

    private static Stream<Arguments> lists() {
        return Stream.of(
                list("DescribeImages", calls -> new AliyunImages(calls).find(REGION, new ImageId("m-1"))),
                list("DescribeImages, all", calls -> new AliyunImages(calls).forEachOwned(REGION, page -> {})),
                list("DescribeSnapshots", calls -> new AliyunImages(calls).snapshots(REGION, List.of("s-1"))),
                list(
                        "DescribeImageSharePermission",
                        calls -> new AliyunImageShares(calls, new CallPool(4), AccountId::new)
                                .of(REGION, new ImageId("m-1"))),
                list("DescribeRegions", calls -> new AliyunRegions(calls).all(REGION)),
                list("ListPoliciesForRole", calls -> new AliyunRoles(calls).policies("R")),
                list("ListResourceTags", calls -> new AliyunKeys(calls).tags(REGION, new KeyId("key-1"))),
                list("ListKeys", calls -> new AliyunKeys(calls).serviceKeys(REGION)),
                list("GetProductQuota", calls -> new AliyunQuotas(calls).accountsPerImage(REGION)),
                list("ListAccounts", calls -> new AliyunDirectory(calls, false).members()),
                list("ListResourceShares", calls -> new AliyunResourceShares(calls).named(REGION, "n")),
                list("associations", calls -> new AliyunResourceShares(calls).ofImage(REGION, new ImageId("m-1"))),
                list("targets", calls -> new AliyunResourceShares(calls).targetsOf(REGION, List.of("rs-1"))),
                list("resources", calls -> new AliyunResourceShares(calls).resourcesOf(REGION, List.of("rs-1"))));
    }

    private static Arguments list(String name, ThrowingConsumer<Calls> read) {
        return Arguments.of(name, read);
    }

    @Test
    void a_policy_that_is_attached_already_is_attached() throws CloudException {
        stub.then(409, "{\"Code\":\"EntityAlreadyExists.Role.Policy\",\"Message\":\"there\"}");
        new AliyunRoles(calls).attach("R", new AttachedPolicy("P", "System"));
        assertThat(stub.values("Action")).containsExactly("AttachPolicyToRole");
    }

    @Test
    void a_role_is_created_whatever_the_answer_says_of_it() throws CloudException {
        stub.then(200, "{\"RequestId\":\"r\"}");
        new AliyunRoles(calls).create("role", "description", "{}");
        assertThat(stub.values("Action")).containsExactly("CreateRole");
    }

    @Test
    void a_trust_policy_is_sent_once() {
        stub.then(400, "{\"Code\":\"Throttling.User\",\"Message\":\"slow\"}").then(200, "{}");
        CloudException failure =
                catchThrowableOfType(CloudException.class, () -> new AliyunRoles(calls).replaceTrust("R", "{}"));
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(stub.forms()).hasSize(1);
    }

    @Test
    void a_resource_share_is_not_created_twice() {
        stub.then(Stub.reset()).then(200, "{}");
        CloudException failure = catchThrowableOfType(
                CloudException.class,
                () -> new AliyunResourceShares(calls).create(REGION, "n", new ImageId("m-1"), List.of("rd-1")));
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(stub.forms()).hasSize(1);
    }

    @Test
    void a_resource_share_names_image_and_targets() throws CloudException {
        stub.then(
                200,
                "{\"ResourceShare\":{\"ResourceShareId\":\"rs-1\",\"ResourceShareName\":\"n\","
                        + "\"ResourceShareStatus\":\"Active\"}}");
        new AliyunResourceShares(calls).create(REGION, "n", new ImageId("m-1"), List.of("rd-1", "fd-2"));
        assertThat(stub.forms().get(0))
                .containsEntry("Action", "CreateResourceShare")
                .containsEntry("Version", "2020-01-10")
                .containsEntry("AllowExternalTargets", "false")
                .containsEntry("Resources.1.ResourceId", "m-1")
                .containsEntry("Resources.1.ResourceType", "Image")
                .containsEntry("Targets.1", "rd-1")
                .containsEntry("Targets.2", "fd-2");
    }

    @Test
    void a_failed_association_says_why() throws CloudException {
        stub.then(200, """
                {"ResourceShareAssociations":[{"ResourceShareId":"rs-1","ResourceShareName":"n","EntityId":"fd-1",\
                "AssociationStatus":"Failed","CreateTime":"2020-12-07T07:39:01.818Z","AssociationFailedDetails":[\
                {"FailureReason":"Unavailable","FailureDescription":"Not\\u001b[31m now."},\
                {"FailureReason":"Unavailable","FailureDescription":"Not now."},\
                {"FailureReason":"LimitExceeded"}]}]}""");
        assertThat(new AliyunResourceShares(calls).targetsOf(REGION, List.of("rs-1")))
                .containsExactly(new Association(
                        "rs-1",
                        "n",
                        "fd-1",
                        Association.State.FAILED,
                        "Unavailable: Not now.; LimitExceeded",
                        Instant.parse("2020-12-07T07:39:01.818Z")));
    }

    @Test
    void a_target_that_could_not_be_taken_out_is_still_associated() throws CloudException {
        stub.then(200, """
                {"ResourceShareAssociations":[{"ResourceShareId":"rs-1","ResourceShareName":"n","EntityId":"fd-1",\
                "AssociationStatus":"Failed","AssociationStatusMessage":"Try again.","AssociationFailedDetails":[\
                {"OperationType":"Disassociate","EntityId":"m-1","EntityType":"Image","FailureReason":"InternalError"}]},\
                {"ResourceShareId":"rs-1","ResourceShareName":"n","EntityId":"fd-2","AssociationStatus":"Failed",\
                "AssociationStatusMessage":"Try again.","AssociationFailedDetails":[{"OperationType":"Associate"}]}]}""");
        assertThat(new AliyunResourceShares(calls).targetsOf(REGION, List.of("rs-1")))
                .extracting(Association::state, Association::live, Association::failure)
                .containsExactly(
                        tuple(Association.State.DISASSOCIATION_FAILED, true, "InternalError"),
                        tuple(Association.State.FAILED, false, "Try again."));
    }

    @Test
    void few_shares_are_asked_for_at_once() throws CloudException {
        stub.then(200, "{\"ResourceShareAssociations\":[]}");
        new AliyunResourceShares(calls).targetsOf(REGION, List.of("rs-1", "rs-2", "rs-3", "rs-4", "rs-5", "rs-6"));
        assertThat(stub.values("ResourceShareIds.5")).containsExactly("rs-5", "-");
        assertThat(stub.values("ResourceShareIds.1")).containsExactly("rs-1", "rs-6");
    }

    @Test
    void the_quota_is_asked_for_by_its_code_in_one_call() throws CloudException {
        stub.then(200, "{\"Quota\":{\"QuotaActionCode\":\"q_user-per-image-shared-user-count\",\"TotalQuota\":80.0}}");
        assertThat(new AliyunQuotas(calls).accountsPerImage(REGION)).hasValue(80);
        assertThat(stub.forms())
                .singleElement()
                .satisfies(form -> assertThat(form)
                        .containsEntry("Action", "GetProductQuota")
                        .containsEntry("ProductCode", "ecs")
                        .containsEntry("QuotaActionCode", "q_user-per-image-shared-user-count")
                        .containsEntry("Dimensions.1.Key", "regionId")
                        .containsEntry("Dimensions.1.Value", "cn-hongkong"));
    }

    @ParameterizedTest
    @CsvSource({"403, NoPermission", "503, ServiceUnavailable"})
    void a_quota_that_could_not_be_read_is_not_looked_for_by_name(int status, String code) {
        stub.then(status, "{\"Code\":\"" + code + "\",\"Message\":\"no\"}");
        assertThat(catchThrowableOfType(CloudException.class, () -> new AliyunQuotas(calls).accountsPerImage(REGION)))
                .extracting(CloudException::code)
                .isEqualTo(code);
        assertThat(stub.values("Action")).containsOnly("GetProductQuota");
    }

    @ParameterizedTest
    @CsvSource({
        "Maximum Number of Accounts to Which an Image Can Be Shared, 80",
        "单个镜像最多可共享的账号数, 80",
        "Maximum Number of Custom Images, -1",
        "共享镜像的数量, -1",
        "Shared Disk Users, -1"
    })
    void the_quota_is_told_by_its_name_where_its_code_is_unknown(String name, int expected) throws CloudException {
        stub.then(404, "{\"Code\":\"QUOTA.NOT.FOUND\",\"Message\":\"no\"}")
                .then(
                        200,
                        "{\"Quotas\":[{\"QuotaName\":\"Something\",\"TotalQuota\":3},{\"QuotaName\":\"" + name
                                + "\",\"TotalQuota\":80.0}]}");
        assertThat(new AliyunQuotas(calls).accountsPerImage(REGION).orElse(-1)).isEqualTo(expected);
        assertThat(stub.values("Action")).containsExactly("GetProductQuota", "ListProductQuotas");
        assertThat(stub.values("Dimensions.1.Value")).containsExactly("cn-hongkong", "cn-hongkong");
    }

    @Test
    void an_account_outside_any_directory_has_no_organization() throws CloudException {
        stub.then(404, "{\"Code\":\"ResourceDirectoryNotInUse\",\"Message\":\"no\"}");
        assertThat(new AliyunDirectory(calls, false).organization()).isEmpty();
    }

    /** A member account gets the answer that there is no directory, which says nothing about the folder. */
    @Test
    void a_folder_without_a_path_is_found_by_its_parents() throws CloudException {
        stub.then(200, "{\"Folder\":{\"FolderId\":\"fd-b\",\"ParentFolderId\":\"fd-a\"}}")
                .then(200, "{\"Folder\":{\"FolderId\":\"fd-a\",\"ParentFolderId\":\"r-1\"}}")
                .then(200, "{\"ResourceDirectory\":{\"ResourceDirectoryId\":\"rd-1\"}}");
        assertThat(new AliyunDirectory(calls, false).path(new FolderId("fd-b")))
                .contains(new FolderPath("rd-1/r-1/fd-a/fd-b"));
        assertThat(stub.values("FolderId")).containsExactly("fd-b", "fd-a", "-");
    }

    @Test
    void a_folder_whose_parents_lead_in_a_circle_is_malformed() {
        stub.thenBy(form -> "{\"Folder\":{\"FolderId\":\"fd-b\",\"ParentFolderId\":\"fd-b\"}}");
        CloudException failure = catchThrowableOfType(
                CloudException.class, () -> new AliyunDirectory(calls, false).path(new FolderId("fd-b")));
        assertThat(failure.kind()).isEqualTo(Kind.MALFORMED);
    }

    @Test
    void a_folder_that_may_not_be_looked_up_is_not_an_unknown_one() throws CloudException {
        stub.then(404, "{\"Code\":\"EntityNotExists.ResourceDirectory\",\"Message\":\"no\"}")
                .then(404, "{\"Code\":\"EntityNotExists.Folder\",\"Message\":\"no\"}");
        AliyunDirectory directory = new AliyunDirectory(calls, false);
        CloudException failure = catchThrowableOfType(CloudException.class, () -> directory.path(new FolderId("fd-1")));
        assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(directory.path(new FolderId("fd-1"))).isEmpty();
    }

    @Test
    void the_other_site_is_asked_where_the_key_is_unknown_and_remembered() throws CloudException {
        stub.then(404, "{\"Code\":\"InvalidAccessKeyId.NotFound\",\"Message\":\"no\"}")
                .then(200, "{\"Folder\":{\"ResourceDirectoryPath\":\"rd-1/r-1/fd-1\"}}");
        AliyunDirectory directory = new AliyunDirectory(calls, true);
        assertThat(directory.path(new FolderId("fd-1"))).contains(new FolderPath("rd-1/r-1/fd-1"));
        directory.path(new FolderId("fd-1"));
        assertThat(stub.forms()).hasSize(3);
    }

    @Test
    void a_given_address_is_the_only_one() {
        stub.then(404, "{\"Code\":\"InvalidAccessKeyId.NotFound\",\"Message\":\"no\"}");
        CloudException failure =
                catchThrowableOfType(CloudException.class, () -> new AliyunDirectory(calls, false).organization());
        assertThat(failure.kind()).isEqualTo(Kind.NO_CREDENTIALS);
        assertThat(stub.forms()).hasSize(1);
    }
}

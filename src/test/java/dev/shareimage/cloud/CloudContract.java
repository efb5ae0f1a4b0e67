package dev.shareimage.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.FolderId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * The behavior of every implementation of the ports: of the SDK's adapters and of the fakes.
 *
 * <p>For each test, an implementation provides a cloud with the things that are named below.
 */
public interface CloudContract {

    RegionId HONGKONG = new RegionId("cn-hongkong");

    /** The caller. */
    AccountId OWNER = new AccountId("1000000000000001");

    /** Existing accounts, 2000000000000002 to 2000000000000026. */
    List<AccountId> RECIPIENTS = LongStream.rangeClosed(2000000000000002L, 2000000000000026L)
            .mapToObj(id -> new AccountId(String.valueOf(id)))
            .toList();

    AccountId NOBODY = new AccountId("9999999999999999");

    /** Owned by the caller, encrypted with {@link #KEY}, not shared. */
    ImageId ENCRYPTED = new ImageId("m-hk0cmk0000000000001");

    /** Owned by the caller, not encrypted, not shared. */
    ImageId PLAIN = new ImageId("m-hk0plain00000000001");

    /** Owned by the caller, deprecated. */
    ImageId DEPRECATED = new ImageId("m-hk0deprecated000001");

    /** Owned by the caller, shared with exactly {@link #RECIPIENTS}. */
    ImageId SHARED = new ImageId("m-hk0shared0000000025");

    /** Owned by another account, shared with the caller. */
    ImageId PARTNERS = new ImageId("m-hk0partner000000001");

    ImageId MISSING = new ImageId("m-hk0missing000000001");

    /** Encrypts {@link #ENCRYPTED} and has the tag {@code acs:ecs:disk-encryption=true}. */
    KeyId KEY = new KeyId("key-hk0cmk0000000000001");

    RegionId SINGAPORE = new RegionId("ap-southeast-1");

    /** The only key of the owner there. It has the tag. */
    KeyId SINGAPORE_KEY = new KeyId("key-sg0cmk0000000000001");

    DirectoryId DIRECTORY = new DirectoryId("rd-sbx001");
    AccountId MANAGEMENT = new AccountId("1000000000000009");

    /** A folder inside another one. The second recipient is its member. */
    FolderPath FOLDER = new FolderPath("rd-sbx001/r-root01/fd-products01/fd-japan00001");

    String ROLE = "AliyunECSShareEncryptImageDefaultRole";
    AttachedPolicy POLICY = new AttachedPolicy("AliyunKMSFullAccess", "System");
    String TRUST = """
            {"Version": "1",  "Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",\
            "Principal":{"Service":["2000000000000002@ecs.aliyuncs.com"]}}]}""";

    /** The cloud of the owner, without the role. */
    Cloud cloud();

    /** The cloud of the management account of the owner's directory. */
    Cloud managementCloud();

    @Test
    default void the_caller_is_known() throws CloudException {
        CallerIdentity caller = cloud().identity().caller();
        assertThat(caller.account()).isEqualTo(OWNER);
        assertThat(caller.arn()).isEqualTo("acs:ram::" + OWNER + ":root");
    }

    @Test
    default void an_image_is_found_with_what_is_behind_it() throws CloudException {
        Image image = cloud().images().find(HONGKONG, ENCRYPTED).orElseThrow();
        assertThat(image.id()).isEqualTo(ENCRYPTED);
        assertThat(image.ownerAlias()).isEqualTo("self");
        assertThat(image.status()).isEqualTo("Available");
        assertThat(image.publicImage()).isFalse();
        assertThat(image.productCode()).isNull();
        assertThat(image.encrypted()).contains(true);
        List<Snapshot> snapshots = cloud().images().snapshots(HONGKONG, image.snapshotIds());
        assertThat(snapshots).singleElement().satisfies(snapshot -> {
            assertThat(snapshot.encrypted()).isTrue();
            assertThat(snapshot.key()).isEqualTo(KEY);
        });
    }

    @Test
    default void a_plain_image_has_no_key() throws CloudException {
        Image image = cloud().images().find(HONGKONG, PLAIN).orElseThrow();
        assertThat(image.encrypted()).contains(false);
        assertThat(cloud().images().snapshots(HONGKONG, image.snapshotIds()))
                .allSatisfy(snapshot -> assertThat(snapshot.key()).isNull());
    }

    @Test
    default void an_image_is_found_whatever_its_status() throws CloudException {
        assertThat(cloud().images().find(HONGKONG, DEPRECATED))
                .hasValueSatisfying(image -> assertThat(image.status()).isEqualTo("Deprecated"));
    }

    @Test
    default void somebody_elses_image_is_found_as_such() throws CloudException {
        assertThat(cloud().images().find(HONGKONG, PARTNERS))
                .hasValueSatisfying(image -> assertThat(image.ownerAlias()).isEqualTo("others"));
    }

    @Test
    default void an_image_of_another_region_is_not_found() throws CloudException {
        assertThat(cloud().images().find(HONGKONG, MISSING)).isEmpty();
        assertThat(cloud().images().find(new RegionId("ap-southeast-1"), ENCRYPTED))
                .isEmpty();
    }

    @Test
    default void every_owned_image_is_handed_over_once() throws CloudException {
        List<ImageId> ids = new ArrayList<>();
        cloud().images().forEachOwned(HONGKONG, page -> page.forEach(image -> ids.add(image.id())));
        assertThat(ids)
                .doesNotHaveDuplicates()
                .contains(ENCRYPTED, PLAIN, DEPRECATED, SHARED)
                .doesNotContain(PARTNERS);
    }

    @Test
    default void a_page_of_the_owned_images_says_the_same_as_the_image_alone() throws CloudException {
        ImagePage page = cloud().images().ownedPage(HONGKONG, 1);
        assertThat(page.images()).isNotEmpty();
        for (Image image : page.images()) {
            assertThat(image.ownerAlias()).isEqualTo("self");
            assertThat(cloud().images().find(HONGKONG, image.id())).contains(image);
        }
    }

    @Test
    default void the_pages_have_every_owned_image_and_its_total() throws CloudException {
        List<ImageId> ids = new ArrayList<>();
        ImagePage first = cloud().images().ownedPage(HONGKONG, 1);
        for (int number = 1; number <= first.pages(); number++) {
            ImagePage page = cloud().images().ownedPage(HONGKONG, number);
            assertThat(page.total()).hasValue(owned().size());
            page.images().forEach(image -> ids.add(image.id()));
        }
        assertThat(ids).containsExactlyElementsOf(owned()).contains(DEPRECATED);
        assertThat(cloud().images().ownedPage(HONGKONG, first.pages() + 1).images())
                .isEmpty();
    }

    @Test
    default void a_copy_has_the_key_the_name_and_the_tags_of_its_order() throws CloudException {
        ImageId copy = cloud().images().copy(copyOrder("copy-of-it", "token-1"));
        Image image = cloud().images().find(SINGAPORE, copy).orElseThrow();
        assertThat(image.name()).isEqualTo("copy-of-it");
        assertThat(image.available()).isTrue();
        assertThat(image.percent()).isEqualTo(100);
        assertThat(image.tags()).isEqualTo(Map.of("source", ENCRYPTED.value(), "from", "cn-hongkong"));
        assertThat(image.encrypted()).contains(true);
        assertThat(cloud().images().snapshots(SINGAPORE, image.snapshotIds()))
                .singleElement()
                .satisfies(snapshot -> assertThat(snapshot.key()).isEqualTo(SINGAPORE_KEY));
        assertThat(cloud().images().unfinished(SINGAPORE)).isEmpty();
    }

    @Test
    default void an_order_that_is_given_again_makes_nothing_new() throws CloudException {
        ImageId copy = cloud().images().copy(copyOrder("copy-of-it", "token-1"));
        assertThat(cloud().images().copy(copyOrder("copy-of-it", "token-1"))).isEqualTo(copy);
        assertThat(catchThrowableOfType(
                        CloudException.class, () -> cloud().images().copy(copyOrder("copy-of-it", "token-2"))))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.REFUSED))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("InvalidImageName.Duplicated"));
    }

    private static CopyOrder copyOrder(String name, String token) {
        return new CopyOrder(
                HONGKONG,
                ENCRYPTED,
                SINGAPORE,
                SINGAPORE_KEY,
                name,
                "a copy",
                Map.of("source", ENCRYPTED.value(), "from", "cn-hongkong"),
                token);
    }

    @Test
    default void the_keys_that_disks_may_use_are_told() throws CloudException {
        assertThat(cloud().keys().diskKeys(SINGAPORE)).containsExactly(SINGAPORE_KEY);
    }

    @Test
    default void the_keys_of_the_caller_are_told_from_those_of_services() throws CloudException {
        assertThat(cloud().keys().customerKeys(SINGAPORE)).containsExactly(SINGAPORE_KEY);
        Set<KeyId> ofServices = cloud().keys().serviceKeys(HONGKONG);
        assertThat(cloud().keys().customerKeys(HONGKONG))
                .contains(KEY)
                .allSatisfy(key -> assertThat(ofServices).doesNotContain(key));
    }

    @Test
    default void the_key_service_is_activated() throws CloudException {
        assertThat(cloud().keys().opened(HONGKONG)).isTrue();
    }

    @Test
    default void every_received_image_is_handed_over_once() throws CloudException {
        List<ImageId> ids = new ArrayList<>();
        cloud().images().forEachReceived(HONGKONG, page -> page.forEach(image -> ids.add(image.id())));
        assertThat(ids).doesNotHaveDuplicates().contains(PARTNERS).doesNotContain(ENCRYPTED, PLAIN, DEPRECATED, SHARED);
        List<ImageId> elsewhere = new ArrayList<>();
        cloud().images().forEachReceived(SINGAPORE, page -> page.forEach(image -> elsewhere.add(image.id())));
        assertThat(elsewhere).isEmpty();
    }

    @Test
    default void what_others_share_directly_comes_through_no_resource_share() throws CloudException {
        assertThat(cloud().resourceShares().receivedImages(HONGKONG)).isEmpty();
    }

    @Test
    default void a_trial_that_passes_makes_nothing() throws CloudException {
        Trials trials = cloud().trials();
        List<ImageId> before = owned();
        assertThat(trials.copy(HONGKONG, PLAIN, Optional.empty())).isEmpty();
        assertThat(trials.copy(HONGKONG, ENCRYPTED, Optional.of(KEY))).isEmpty();
        assertThat(trials.launch(HONGKONG, Map.of("ImageId", PLAIN.value(), "InstanceType", "ecs.g7.large")))
                .isEmpty();
        assertThat(owned()).isEqualTo(before);
    }

    @Test
    default void a_trial_of_a_missing_image_fails_with_the_reason() {
        CloudException copy = failure(() -> cloud().trials().copy(HONGKONG, MISSING, Optional.empty()));
        CloudException launch = failure(() -> cloud().trials().launch(HONGKONG, Map.of("ImageId", MISSING.value())));
        assertThat(List.of(copy, launch)).allSatisfy(failure -> {
            assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
            assertThat(failure.code()).isEqualTo("InvalidImageId.NotFound");
        });
    }

    private List<ImageId> owned() throws CloudException {
        List<ImageId> ids = new ArrayList<>();
        cloud().images().forEachOwned(HONGKONG, page -> page.forEach(image -> ids.add(image.id())));
        return ids;
    }

    @Test
    default void the_limit_of_images_is_reported() throws CloudException {
        assertThat(cloud().quotas().imagesPerRegion(SINGAPORE)).hasValue(100);
    }

    @Test
    default void snapshots_of_several_images_are_read_together() throws CloudException {
        List<String> ids = new ArrayList<>();
        for (ImageId id : List.of(ENCRYPTED, PLAIN)) {
            ids.addAll(cloud().images().find(HONGKONG, id).orElseThrow().snapshotIds());
        }
        List<String> known = List.copyOf(ids);
        ids.add(1, "s-hk0missing000000001");

        assertThat(cloud().images().snapshots(HONGKONG, ids))
                .extracting(Snapshot::id)
                .hasSize(2)
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    default void unknown_snapshots_are_left_out() throws CloudException {
        assertThat(cloud().images().snapshots(HONGKONG, List.of("s-hk0missing000000001")))
                .isEmpty();
        assertThat(cloud().images().snapshots(HONGKONG, List.of())).isEmpty();
    }

    @Test
    default void every_account_of_an_image_is_listed() throws CloudException {
        assertThat(cloud().imageShares().of(HONGKONG, SHARED))
                .extracting(ImageShare::account)
                .containsExactlyInAnyOrderElementsOf(RECIPIENTS);
        assertThat(cloud().imageShares().of(HONGKONG, PLAIN)).isEmpty();
    }

    @Test
    default void accounts_are_added_and_removed_and_twice_is_as_good_as_once() throws CloudException {
        ImageShares shares = cloud().imageShares();
        List<AccountId> two = RECIPIENTS.subList(0, 2);
        shares.add(HONGKONG, PLAIN, two);
        shares.add(HONGKONG, PLAIN, two);
        assertThat(shares.of(HONGKONG, PLAIN)).extracting(ImageShare::account).containsExactlyInAnyOrderElementsOf(two);

        shares.remove(HONGKONG, PLAIN, two.subList(0, 1));
        shares.remove(HONGKONG, PLAIN, two.subList(0, 1));
        assertThat(shares.of(HONGKONG, PLAIN)).extracting(ImageShare::account).containsExactly(two.get(1));
    }

    @Test
    default void no_call_takes_more_accounts_than_the_cloud_looks_at() {
        ImageShares shares = cloud().imageShares();
        assertThatThrownBy(() -> shares.add(HONGKONG, PLAIN, RECIPIENTS.subList(0, 11)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> shares.remove(HONGKONG, PLAIN, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void an_unknown_account_keeps_the_others_of_the_call_out() throws CloudException {
        ImageShares shares = cloud().imageShares();
        CloudException failure = failure(() -> shares.add(HONGKONG, PLAIN, List.of(RECIPIENTS.get(0), NOBODY)));
        assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure.code()).isEqualTo("InvalidAccount.NotFound");
        assertThat(shares.of(HONGKONG, PLAIN)).isEmpty();
    }

    @Test
    default void the_shares_of_an_unknown_image_cannot_be_read() {
        CloudException failure = failure(() -> cloud().imageShares().of(HONGKONG, MISSING));
        assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure.code()).isEqualTo("InvalidImageId.NotFound");
    }

    @Test
    default void an_encrypted_image_needs_the_role() throws CloudException {
        Cloud cloud = cloud();
        List<AccountId> recipient = RECIPIENTS.subList(0, 1);
        CloudException failure = failure(() -> cloud.imageShares().add(HONGKONG, ENCRYPTED, recipient));
        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure.code()).isEqualTo("AssumeRoleError");

        cloud.roles().create(ROLE, "gives access to the key", TRUST);
        cloud.roles().attach(ROLE, POLICY);
        cloud.imageShares().add(HONGKONG, ENCRYPTED, recipient);
        assertThat(cloud.imageShares().of(HONGKONG, ENCRYPTED))
                .extracting(ImageShare::account)
                .containsExactlyElementsOf(recipient);
    }

    @Test
    default void a_role_is_created_once_and_keeps_its_document_as_written() throws CloudException {
        Roles roles = cloud().roles();
        assertThat(roles.find(ROLE)).isEmpty();

        roles.create(ROLE, "gives access to the key", TRUST);
        assertThat(roles.find(ROLE)).hasValueSatisfying(role -> {
            assertThat(role.name()).isEqualTo(ROLE);
            assertThat(role.trustDocument()).isEqualTo(TRUST);
        });
        assertThat(failure(() -> roles.create(ROLE, "again", TRUST)).kind()).isEqualTo(Kind.ALREADY_EXISTS);
    }

    @Test
    default void a_trust_policy_is_replaced_as_a_whole() throws CloudException {
        Roles roles = cloud().roles();
        String other = TRUST.replace("2000000000000002", "2000000000000003");
        roles.create(ROLE, "gives access to the key", TRUST);
        roles.replaceTrust(ROLE, other);
        assertThat(roles.find(ROLE).orElseThrow().trustDocument()).isEqualTo(other);
    }

    @Test
    default void what_is_missing_cannot_be_changed() {
        Roles roles = cloud().roles();
        assertThat(failure(() -> roles.replaceTrust(ROLE, TRUST)).kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure(() -> roles.attach(ROLE, POLICY)).kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure(() -> roles.policies(ROLE)).kind()).isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    default void a_policy_is_attached_once_however_often_it_is_asked_for() throws CloudException {
        Roles roles = cloud().roles();
        roles.create(ROLE, "gives access to the key", TRUST);
        assertThat(roles.policies(ROLE)).isEmpty();
        roles.attach(ROLE, POLICY);
        roles.attach(ROLE, POLICY);
        assertThat(roles.policies(ROLE)).containsExactly(POLICY);
    }

    @Test
    default void a_key_is_found_by_its_id_and_its_alias() throws CloudException {
        Keys keys = cloud().keys();
        assertThat(keys.find(HONGKONG, KEY)).hasValueSatisfying(key -> {
            assertThat(key.id()).isEqualTo(KEY);
            assertThat(key.state()).isEqualTo("Enabled");
            assertThat(key.creator()).isEqualTo(OWNER.value());
            assertThat(key.deleteDate()).isNull();
        });
        assertThat(keys.find(HONGKONG, new KeyId("alias/images")).orElseThrow().id())
                .isEqualTo(KEY);
        assertThat(keys.find(HONGKONG, new KeyId("key-hk0missing0000001"))).isEmpty();
        assertThat(keys.find(HONGKONG, new KeyId("alias/missing"))).isEmpty();
    }

    @Test
    default void keys_that_services_made_are_told_from_the_owners() throws CloudException {
        Keys keys = cloud().keys();
        Optional<Key> ofEcs = keys.find(HONGKONG, new KeyId("alias/acs/ecs"));
        assertThat(keys.serviceKeys(HONGKONG))
                .doesNotContain(KEY)
                .containsAll(ofEcs.map(Key::id).stream().toList());
    }

    @Test
    default void a_key_has_tags() throws CloudException {
        assertThat(cloud().keys().tags(HONGKONG, KEY)).containsEntry("acs:ecs:disk-encryption", "true");
    }

    @Test
    default void the_quota_is_known() throws CloudException {
        assertThat(cloud().quotas().accountsPerImage(HONGKONG)).hasValue(50);
    }

    @Test
    default void the_regions_are_listed() throws CloudException {
        assertThat(cloud().regions().all(HONGKONG))
                .doesNotHaveDuplicates()
                .contains(HONGKONG, new RegionId("ap-southeast-1"));
    }

    @Test
    default void a_resource_share_carries_an_image_to_a_target() throws Exception {
        ResourceShares shares = cloud().resourceShares();
        assertThat(shares.named(HONGKONG, "share-image-test")).isEmpty();
        assertThat(shares.ofImage(HONGKONG, PLAIN)).isEmpty();

        ResourceShare share = shares.create(HONGKONG, "share-image-test", PLAIN, List.of("fd-japan00001"));
        assertThat(shares.named(HONGKONG, "share-image-test"))
                .extracting(ResourceShare::id)
                .containsExactly(share.id());
        assertThat(shares.named(HONGKONG, "share-image")).isEmpty();
        awaitTargets(shares, share, "fd-japan00001");
        assertThat(shares.ofImage(HONGKONG, PLAIN)).singleElement().satisfies(association -> {
            assertThat(association.resourceShareId()).isEqualTo(share.id());
            assertThat(association.entityId()).isEqualTo(PLAIN.value());
            assertThat(association.live()).isTrue();
        });
        assertThat(shares.resourcesOf(HONGKONG, List.of(share.id())))
                .extracting(Association::entityId)
                .containsExactly(PLAIN.value());
        assertThat(shares.ofImages(HONGKONG))
                .extracting(Association::resourceShareId, Association::entityId)
                .contains(tuple(share.id(), PLAIN.value()));
        assertThat(shares.targets(HONGKONG))
                .extracting(Association::resourceShareId, Association::entityId)
                .contains(tuple(share.id(), "fd-japan00001"));
    }

    @Test
    default void targets_of_a_resource_share_come_and_go() throws Exception {
        ResourceShares shares = cloud().resourceShares();
        ResourceShare share = shares.create(HONGKONG, "share-image-test", PLAIN, List.of("fd-japan00001"));
        awaitTargets(shares, share, "fd-japan00001");
        shares.associateTargets(HONGKONG, share.id(), List.of("fd-china00001"));
        awaitTargets(shares, share, "fd-japan00001", "fd-china00001");
        shares.disassociateTargets(HONGKONG, share.id(), List.of("fd-japan00001"));
        awaitTargets(shares, share, "fd-china00001");
    }

    @Test
    default void both_the_image_and_the_target_of_a_resource_share_are_associated() throws Exception {
        ResourceShares shares = cloud().resourceShares();
        ResourceShare share = shares.create(HONGKONG, "share-image-test", PLAIN, List.of("fd-japan00001"));
        awaitTargets(shares, share, "fd-japan00001");
        await(() -> shares.resourcesOf(HONGKONG, List.of(share.id())), PLAIN.value());
    }

    @Test
    default void what_is_not_in_a_resource_share_cannot_be_taken_out_of_it() throws Exception {
        ResourceShares shares = cloud().resourceShares();
        ResourceShare share = shares.create(HONGKONG, "share-image-test", PLAIN, List.of("fd-japan00001"));
        awaitTargets(shares, share, "fd-japan00001");
        CloudException failure =
                failure(() -> shares.disassociateTargets(HONGKONG, share.id(), List.of("fd-china00001")));
        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure.code()).isEqualTo("DisassociateInvalid");
    }

    @Test
    default void a_resource_share_takes_few_targets_at_once() {
        ResourceShares shares = cloud().resourceShares();
        List<String> six = List.of("fd-a", "fd-b", "fd-c", "fd-d", "fd-e", "fd-f");
        assertThatThrownBy(() -> shares.create(HONGKONG, "share-image-test", PLAIN, six))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void no_shares_have_no_ends() throws CloudException {
        assertThat(cloud().resourceShares().targetsOf(HONGKONG, List.of())).isEmpty();
        assertThat(cloud().resourceShares().resourcesOf(HONGKONG, List.of())).isEmpty();
    }

    @Test
    default void a_deleted_resource_share_is_no_longer_active() throws Exception {
        ResourceShares shares = cloud().resourceShares();
        ResourceShare share = shares.create(HONGKONG, "share-image-test", PLAIN, List.of("fd-japan00001"));
        awaitTargets(shares, share, "fd-japan00001");
        shares.delete(HONGKONG, share.id());
        assertThat(shares.named(HONGKONG, "share-image-test")).noneMatch(ResourceShare::active);
    }

    @Test
    default void sharing_with_the_directory_is_enabled() throws CloudException {
        assertThat(cloud().resourceShares().sharingWithDirectoryEnabled(HONGKONG))
                .isTrue();
    }

    @Test
    default void the_organization_is_known_to_its_members() throws CloudException {
        assertThat(cloud().directory().organization()).contains(new Directory.Organization(DIRECTORY, MANAGEMENT));
    }

    @Test
    default void a_folder_has_a_path() throws CloudException {
        Directory directory = managementCloud().directory();
        assertThat(directory.path(FOLDER.folder())).contains(FOLDER);
        assertThat(directory.path(new FolderId("fd-missing001"))).isEmpty();
    }

    @Test
    default void every_member_is_listed_with_its_path() throws CloudException {
        assertThat(managementCloud().directory().members())
                .contains(new Directory.Member(
                        RECIPIENTS.get(0), FOLDER + "/" + RECIPIENTS.get(0).value()))
                .extracting(Directory.Member::account)
                .doesNotHaveDuplicates()
                .containsAll(RECIPIENTS);
    }

    @Test
    default void the_directory_is_not_found_for_a_plain_member() {
        CloudException failure = failure(() -> cloud().directory().members());
        assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure.code()).isEqualTo("EntityNotExists.ResourceDirectory");
    }

    @Test
    default void calls_are_counted() throws CloudException {
        Cloud cloud = cloud();
        int before = cloud.calls().made();
        cloud.identity().caller();
        cloud.images().find(HONGKONG, PLAIN);
        assertThat(cloud.calls()).isEqualTo(new CallCount(before + 2, 0));
    }

    /** The failure of the call. */
    private static CloudException failure(ThrowingCallable call) {
        CloudException failure = catchThrowableOfType(CloudException.class, call);
        assertThat(failure).as("a failure").isNotNull();
        return failure;
    }

    private static void awaitTargets(ResourceShares shares, ResourceShare share, String... targets) throws Exception {
        await(() -> shares.targetsOf(HONGKONG, List.of(share.id())), targets);
    }

    /** Waits until the association is complete. */
    private static void await(Callable<List<Association>> list, String... entities) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(10));
        List<Association> found;
        do {
            found = list.call();
        } while (found.stream().anyMatch(CloudContract::underWay)
                && Instant.now().isBefore(end));
        assertThat(found)
                .filteredOn(association -> association.state() == Association.State.ASSOCIATED)
                .extracting(Association::entityId)
                .containsExactlyInAnyOrder(entities);
    }

    private static boolean underWay(Association association) {
        return association.state() == Association.State.ASSOCIATING
                || association.state() == Association.State.DISASSOCIATING;
    }
}

package dev.shareimage.sandbox.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.Cloud;
import dev.shareimage.sandbox.MoreImages;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.world.Image;
import java.util.List;
import org.junit.jupiter.api.Test;

class DescribeImagesTest {

    private final Cloud cloud = new Cloud(new EcsApi());

    @Test
    void shows_an_image_as_the_cloud_does() throws ApiError {
        assertThat(describe(Cloud.OWNER, "ImageId", Cloud.IMAGE).toPrettyString())
                .isEqualTo("""
                        {
                          "TotalCount" : 1,
                          "PageNumber" : 1,
                          "PageSize" : 10,
                          "RegionId" : "cn-hongkong",
                          "Images" : {
                            "Image" : [ {
                              "ImageId" : "m-hk0cmk0000000000001",
                              "ImageName" : "golden-image",
                              "Description" : "",
                              "ImageFamily" : "golden",
                              "ImageVersion" : "",
                              "ImageOwnerAlias" : "self",
                              "ImageOwnerId" : 1000000000000001,
                              "Status" : "Available",
                              "Progress" : "100%",
                              "CreationTime" : "2026-02-02T00:00:00Z",
                              "Size" : 40,
                              "IsCopied" : false,
                              "IsPublic" : false,
                              "IsSelfShared" : "",
                              "IsSubscribed" : false,
                              "ProductCode" : "",
                              "Usage" : "none",
                              "Architecture" : "x86_64",
                              "OSType" : "linux",
                              "OSName" : "Alibaba Cloud Linux 3.2104 LTS 64 bit",
                              "OSNameEn" : "Alibaba Cloud Linux 3.2104 LTS 64 bit",
                              "Platform" : "Aliyun",
                              "BootMode" : "BIOS",
                              "IsSupportCloudinit" : true,
                              "IsSupportIoOptimized" : true,
                              "Usable" : true,
                              "Features" : {
                                "NvmeSupport" : "supported"
                              },
                              "DiskDeviceMappings" : {
                                "DiskDeviceMapping" : [ {
                                  "Device" : "/dev/xvda",
                                  "Type" : "system",
                                  "Size" : "40",
                                  "SnapshotId" : "s-hk0cmk0000000000001",
                                  "Format" : "",
                                  "ImportOSSBucket" : "",
                                  "ImportOSSObject" : "",
                                  "Encrypted" : true
                                } ]
                              },
                              "Tags" : {
                                "Tag" : [ ]
                              }
                            } ]
                          }
                        }""");
    }

    @Test
    void finds_several_ids_at_once() throws ApiError {
        assertThat(ids(Cloud.OWNER, "ImageId", Cloud.IMAGE + ",m-hk0cmk0000000000002,m-none"))
                .containsExactly(Cloud.IMAGE, "m-hk0cmk0000000000002");
    }

    @Test
    void hides_what_is_not_available_unless_asked() throws ApiError {
        String deprecated = "m-hk0deprecated000001";

        assertThat(ids(Cloud.OWNER, "ImageId", deprecated)).isEmpty();
        assertThat(ids(Cloud.OWNER, "ImageId", deprecated, "Status", "Creating,Deprecated"))
                .containsExactly(deprecated);
    }

    @Test
    void matches_names_with_a_wild_card() throws ApiError {
        assertThat(ids(Cloud.OWNER, "ImageName", "golden-image*", "ImageOwnerAlias", "self"))
                .containsExactly(Cloud.IMAGE, "m-hk0cmk0000000000002", "m-hk0cmk0000000000003");
        assertThat(ids(Cloud.OWNER, "ImageName", "golden-image")).containsExactly(Cloud.IMAGE);
    }

    @Test
    void shows_a_recipient_what_is_shared_with_it_as_others() throws ApiError {
        assertThat(ids(Cloud.RECIPIENT, "ImageOwnerAlias", "others"))
                .containsExactly("m-hk0shared0000000025", "m-hk0shared0000000050");
        assertThat(ids(Cloud.STRANGER, "ImageOwnerAlias", "others")).isEmpty();
    }

    @Test
    void shows_community_images_only_when_asked_for() throws ApiError {
        assertThat(ids(Cloud.STRANGER, "ImageOwnerAlias", "others", "IsPublic", "true"))
                .containsExactly("m-hk0community0000001");
    }

    @Test
    void leaves_out_the_encryption_where_the_image_is_old() throws ApiError {
        assertThat(describe(Cloud.OWNER, "ImageId", "m-hk0nofield000000001").toString())
                .doesNotContain("\"Encrypted\"");
    }

    @Test
    void pages_through_a_region_of_ten_thousand() throws ApiError {
        Image model = cloud.world.images().find("cn-hongkong", Cloud.IMAGE).orElseThrow();
        for (int i = 0; i < 10_000; i++) {
            cloud.world.images().put(MoreImages.like(model, Cloud.OWNER, "m-many%06d".formatted(i)));
        }

        ObjectNode last = describe(Cloud.OWNER, "ImageName", "m-many*", "PageSize", "100", "PageNumber", "100");

        assertThat(last.get("TotalCount").asInt()).isEqualTo(10_000);
        assertThat(last.at("/Images/Image/99/ImageId").asText()).isEqualTo("m-many009999");
        assertThat(describe(Cloud.OWNER, "PageSize", "100", "PageNumber", "999").at("/Images/Image"))
                .isEmpty();
    }

    @Test
    void refuses_what_the_cloud_refuses() {
        assertThat(cloud.outcome(Cloud.OWNER, "DescribeImages", "ImageOwnerAlias", "mine"))
                .isEqualTo("400 InvalidImageOwnerAlias.ValueNotSupported");
        assertThat(cloud.outcome(Cloud.OWNER, "DescribeImages", "PageSize", "101"))
                .isEqualTo("400 InvalidParameter.PageSize");
        assertThat(cloud.outcome(Cloud.OWNER, "DescribeImages", "Filter.1.Key", "Color"))
                .isEqualTo("404 InvalidFilterValue");
        assertThat(cloud.outcome(Cloud.OWNER, "DescribeImages", "Tag.1.Value", "x"))
                .isEqualTo("400 InvalidTag.Mismatch");
        cloud.region = "cn-nowhere";
        assertThat(cloud.outcome(Cloud.OWNER, "DescribeImages")).isEqualTo("404 InvalidRegionId.NotFound");
    }

    private ObjectNode describe(String accountId, String... parameters) throws ApiError {
        return cloud.call(accountId, "DescribeImages", parameters);
    }

    private List<String> ids(String accountId, String... parameters) throws ApiError {
        return describe(accountId, parameters).at("/Images/Image").findValuesAsText("ImageId");
    }
}

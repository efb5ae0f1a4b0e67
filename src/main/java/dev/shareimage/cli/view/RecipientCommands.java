package dev.shareimage.cli.view;

import dev.shareimage.app.Report.ImageResult;
import dev.shareimage.domain.RegionCatalog;
import dev.shareimage.domain.RegionCatalog.Region;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The commands of the vendor's command line that a recipient pastes (vendor documentation, encrypting disks). */
final class RecipientCommands {

    static final String ROLE = "AliyunECSDiskEncryptDefaultRole";

    /** How the system disk is encrypted. */
    static final String DISK =
            " --SystemDisk.Category cloud_essd --SystemDisk.Encrypted true --SystemDisk.KMSKeyId KEY";

    private RecipientCommands() {}

    /** Creates the role. */
    static List<String> role() {
        return List.of(
                "aliyun ram CreateRole --RoleName " + ROLE
                        + " --AssumeRolePolicyDocument '{\"Version\":\"1\","
                        + "\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\","
                        + "\"Principal\":{\"Service\":[\"ecs.aliyuncs.com\"]}}]}'",
                "aliyun ram AttachPolicyToRole --RoleName " + ROLE
                        + " --PolicyType System --PolicyName AliyunECSDiskEncryptRolePolicy");
    }

    /** Creates a key in the region, and tags it. */
    static List<String> key(RegionId region) {
        return List.of("aliyun kms CreateKey --region " + region + " --KeySpec Aliyun_AES_256", tag(region));
    }

    /** Tags a key for ECS. The reader replaces {@code KEY}. */
    static String tag(RegionId region) {
        return "aliyun kms TagResource --region " + region + " --KeyId KEY --Tags"
                + " '[{\"TagKey\":\"acs:ecs:disk-encryption\",\"TagValue\":\"true\"}]'";
    }

    /** Finds the images. */
    static String find(RegionId region, List<ImageResult> images) {
        return "aliyun ecs DescribeImages --RegionId " + region + " --ImageOwnerAlias others --ImageId " + ids(images);
    }

    /** The ids of the images, separated by commas. */
    static String ids(List<ImageResult> images) {
        return images.stream().map(image -> RecipientAdvice.id(image).value()).collect(Collectors.joining(","));
    }

    /** The zones that cannot encrypt system disks at creation; empty if there are none. */
    static Optional<String> zonesToAvoid(RegionId region) {
        return RegionCatalog.load()
                .find(region)
                .map(Region::noEncryptedSystemDisk)
                .filter(zones -> !zones.isEmpty())
                .map(zones -> zones.stream().map(ZoneId::value).collect(Collectors.joining(", ")));
    }
}

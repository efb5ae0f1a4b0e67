package dev.shareimage.sandbox.ecs;

import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.Api;
import java.util.List;

/** Elastic Compute Service. */
public final class EcsApi implements Api {

    @Override
    public String product() {
        return "Ecs";
    }

    @Override
    public String version() {
        return "2014-05-26";
    }

    @Override
    public List<Action> actions() {
        return List.of(
                DescribeRegions.action(),
                DescribeZones.action(),
                DescribeAccountAttributes.action(),
                DescribeImages.action(),
                DescribeImageSharePermission.action(),
                ModifyImageSharePermission.action(),
                CreateImage.action(),
                CopyImage.action(),
                CancelCopyImage.action(),
                ModifyImageAttribute.action(),
                DescribeImageFromFamily.action(),
                TagResources.action(),
                UntagResources.action(),
                ListTagResources.action(),
                DeleteImage.action(),
                DescribeSnapshots.action(),
                DeleteSnapshot.action(),
                DescribeDisks.action(),
                RunInstances.action(),
                CreateInstance.action(),
                ChangeLaunchTemplate.create(),
                ChangeLaunchTemplate.createVersion(),
                ChangeLaunchTemplate.delete(),
                DescribeLaunchTemplates.action(),
                ChangeInstance.start(),
                ChangeInstance.stop(),
                ChangeInstance.delete(),
                DescribeInstances.action(),
                AllocatePublicIpAddress.action(),
                DescribeSecurityGroups.action(),
                CreateSecurityGroup.action(),
                AuthorizeSecurityGroup.inwards(),
                AuthorizeSecurityGroup.outwards(),
                DeleteSecurityGroup.action());
    }
}

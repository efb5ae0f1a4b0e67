package dev.shareimage.sandbox.kms;

import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.Api;
import java.util.ArrayList;
import java.util.List;

/** Key Management Service. */
public final class KmsApi implements Api {

    @Override
    public String product() {
        return "Kms";
    }

    @Override
    public String version() {
        return "2016-01-20";
    }

    @Override
    public List<Action> actions() {
        List<Action> actions = new ArrayList<>(Activation.actions());
        actions.addAll(List.of(
                DescribeKey.action(),
                ListKeys.action(),
                ListAliases.action(),
                ListAliasesByKeyId.action(),
                ListResourceTags.action(),
                CreateKey.action(),
                CreateAlias.action(),
                TagResource.action(),
                UntagResource.action(),
                SwitchKey.enable(),
                SwitchKey.disable(),
                ScheduleKeyDeletion.action(),
                CancelKeyDeletion.action()));
        return actions;
    }
}

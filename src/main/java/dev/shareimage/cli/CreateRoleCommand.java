package dev.shareimage.cli;

import dev.shareimage.app.TargetQuery;
import dev.shareimage.cli.options.ChangeOptions;
import dev.shareimage.cli.options.OptionGroup;
import dev.shareimage.cli.options.OptionValues;
import dev.shareimage.cli.options.SafeguardOptions;
import dev.shareimage.cli.options.TargetOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.RoleResult;
import dev.shareimage.cloud.CloudException;
import java.util.List;

/** Makes sure that the role exists and has its policy. */
final class CreateRoleCommand implements Command {

    @Override
    public String name() {
        return "create-role";
    }

    @Override
    public List<OptionGroup> groups() {
        return List.of(TargetOptions.GROUP, ChangeOptions.GROUP, SafeguardOptions.FORCE_ALONE);
    }

    @Override
    public Action prepare(OptionValues values) throws UsageException {
        TargetQuery targets = TargetOptions.read(values);
        return session -> create(session, targets);
    }

    private static int create(Session session, TargetQuery targets) throws UsageException, CloudException {
        boolean force = session.options().safeguards().force();
        return new ChangeFlow(session, RoleResult::new).run(session.service().createRole(targets, force), report -> {});
    }
}

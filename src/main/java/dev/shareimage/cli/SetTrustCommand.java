package dev.shareimage.cli;

import dev.shareimage.app.ShareService.TrustMode;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.cli.options.ChangeOptions;
import dev.shareimage.cli.options.OptionGroup;
import dev.shareimage.cli.options.OptionValues;
import dev.shareimage.cli.options.SafeguardOptions;
import dev.shareimage.cli.options.TargetOptions;
import dev.shareimage.cli.options.TrustOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.JsonText;
import dev.shareimage.cli.view.RoleResult;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.ArrayList;
import java.util.List;

/** Changes the role's trust policy, or prints the one that the targets alone give. */
final class SetTrustCommand implements Command {

    @Override
    public String name() {
        return "set-trust";
    }

    @Override
    public List<OptionGroup> groups() {
        return List.of(TargetOptions.GROUP, TrustOptions.GROUP, ChangeOptions.GROUP, SafeguardOptions.FORCE_ALONE);
    }

    @Override
    public Action prepare(OptionValues values) throws UsageException {
        TrustOptions trust = TrustOptions.read(values);
        TargetQuery targets = TargetOptions.readSome(values);
        if (trust.print()) {
            List<ShareTarget> known = withoutLookingUp(targets);
            return session -> print(session, known);
        }
        return session -> change(session, targets, trust.mode());
    }

    private static int change(Session session, TargetQuery targets, TrustMode mode)
            throws UsageException, CloudException {
        boolean force = session.options().safeguards().force();
        return new ChangeFlow(session, RoleResult::new)
                .run(session.service().setTrust(targets, mode, force), report -> {});
    }

    private static int print(Session session, List<ShareTarget> targets) {
        session.output().text(JsonText.write(TrustPolicy.of(targets).document()) + "\n");
        return ExitCode.DONE;
    }

    /** Printing is done offline, where nothing can be looked up. */
    private static List<ShareTarget> withoutLookingUp(TargetQuery query) throws UsageException {
        if (query.ownDirectory()) {
            throw new UsageException("usage.print-own-directory");
        }
        if (!query.folders().isEmpty()) {
            throw new UsageException("usage.print-folder-id", query.folders().get(0));
        }
        List<ShareTarget> targets = new ArrayList<>();
        query.accounts().forEach(account -> targets.add(new ShareTarget.Account(account)));
        query.directory().ifPresent(directory -> targets.add(new ShareTarget.ResourceDirectory(directory)));
        query.folderPaths().forEach(path -> targets.add(new ShareTarget.Folder(path)));
        return targets;
    }
}

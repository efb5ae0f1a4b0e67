package dev.shareimage.app;

import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.ShareTarget;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Writes targets as options, for commands that a message proposes. */
public final class TargetArguments {

    private TargetArguments() {}

    /** The options, such as {@code --accounts 2000000000000002,2000000000000003 --resource-directory rd-3G0000}. */
    public static String of(Collection<? extends ShareTarget> targets) {
        List<String> accounts = new ArrayList<>();
        List<String> folders = new ArrayList<>();
        List<String> options = new ArrayList<>();
        for (ShareTarget target : targets) {
            if (target instanceof ShareTarget.Folder folder) {
                folders.add(folder.knownPath().map(FolderPath::value).orElse(folder.id()));
            } else if (target instanceof ShareTarget.Account) {
                accounts.add(target.id());
            } else {
                options.add("--resource-directory " + target.id());
            }
        }
        if (!folders.isEmpty()) {
            options.add(0, "--folder " + String.join(",", folders));
        }
        if (!accounts.isEmpty()) {
            options.add(0, "--accounts " + String.join(",", accounts));
        }
        return String.join(" ", options);
    }
}

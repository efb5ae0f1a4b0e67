package dev.shareimage.app.manifest;

import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.ShareTarget;
import java.util.List;
import java.util.function.Predicate;

/** The recipients of an image in the form of a manifest, independent of their order. */
record RecipientText(List<String> directories, List<String> folders, List<String> accounts) {

    static RecipientText of(List<ShareTarget> targets) {
        return new RecipientText(
                words(targets, ShareTarget.ResourceDirectory.class::isInstance),
                words(targets, ShareTarget.Folder.class::isInstance),
                words(targets, ShareTarget.Account.class::isInstance));
    }

    private static List<String> words(List<ShareTarget> targets, Predicate<ShareTarget> kind) {
        return targets.stream().filter(kind).map(RecipientText::word).sorted().toList();
    }

    private static String word(ShareTarget target) {
        return target instanceof ShareTarget.Folder folder
                ? folder.knownPath().map(FolderPath::value).orElse(folder.id())
                : target.id();
    }

    int count() {
        return directories.size() + folders.size() + accounts.size();
    }

    /**
     * The members of a manifest that name the recipients.
     *
     * @param indent the blanks before each line
     */
    String text(String indent) {
        StringBuilder text = new StringBuilder();
        directories.forEach(id ->
                text.append(indent).append("resourceDirectory: ").append(id).append('\n'));
        if (!folders.isEmpty()) {
            text.append(indent)
                    .append("folders: [")
                    .append(String.join(", ", folders))
                    .append("]\n");
        }
        text.append(indent).append("accounts: [");
        boolean several = accounts.size() > 1;
        for (int i = 0; i < accounts.size(); i++) {
            text.append(several ? "\n" + indent + "  " : "").append('"').append(accounts.get(i));
            text.append(i + 1 < accounts.size() ? "\"," : "\"");
        }
        return text.append(several ? "\n" + indent : "").append("]\n").toString();
    }
}

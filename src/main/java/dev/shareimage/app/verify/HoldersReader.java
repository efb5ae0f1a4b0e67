package dev.shareimage.app.verify;

import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.app.state.Reason;
import dev.shareimage.app.state.StateReader;
import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Directory.Member;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Finds the accounts that have images: directly, and as members of the directories and folders that have them. */
public final class HoldersReader {

    private final RunContext run;
    private final RegionId region;
    private final Set<String> notes = new LinkedHashSet<>();

    public HoldersReader(RunContext run, RegionId region) {
        this.run = run;
        this.region = region;
    }

    /**
     * Reads the holders.
     *
     * @throws CloudException if the direct shares cannot be read
     */
    public ImageHolders read(List<ImageId> images) throws CloudException {
        List<ImageState> states =
                Parallel.awaitEach(new StateReader(run.cloud(), run.parallel(), region, images).withShares());
        boolean groups = states.stream().anyMatch(image -> !image.liveTargets().isEmpty());
        ReadResult<List<Member>> members = groups
                ? Parallel.await(
                        run.parallel().read(() -> run.cloud().directory().members()))
                : ReadResult.unread();
        SortedMap<AccountId, List<ImageId>> found = new TreeMap<>();
        for (ImageState image : states) {
            image.shares().require();
            for (AccountId account : accounts(image, members)) {
                found.computeIfAbsent(account, any -> new ArrayList<>()).add(image.id());
            }
        }
        return new ImageHolders(found, List.copyOf(notes));
    }

    private Set<AccountId> accounts(ImageState image, ReadResult<List<Member>> members) {
        Set<AccountId> accounts = new LinkedHashSet<>(image.sharedAccounts());
        for (Association target : image.liveTargets()) {
            if (members.known().isEmpty()) {
                notes.add(unread(target, members));
            }
            members.known().orElse(List.of()).stream()
                    .filter(member -> ("/" + member.path()).contains("/" + target.entityId() + "/"))
                    .forEach(member -> accounts.add(member.account()));
        }
        return accounts;
    }

    private String unread(Association target, ReadResult<List<Member>> members) {
        CloudException failure = members.failure();
        String why = failure == null ? "" : Reason.sentence(failure, run.messages());
        return new Sentences(run.messages(), UnaryOperator.identity())
                .plain("recipients.members-unread", target.entityId(), why);
    }
}

package dev.shareimage.cli;

import dev.shareimage.app.Failure;
import dev.shareimage.app.SelectedImages;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.verify.Diagnosis;
import dev.shareimage.app.verify.ImageHolders;
import dev.shareimage.app.verify.Verification;
import dev.shareimage.app.verify.VerifyRequest;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.options.VerifyOptions;
import dev.shareimage.cli.view.MatrixResult;
import dev.shareimage.cli.view.MatrixResult.Row;
import dev.shareimage.cloud.CallPool;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Checks, as the owner, every recipient of images, through a role in each recipient's account. */
final class AllRecipients {

    /** The maximum number of accounts that are checked at once. Each check makes several calls concurrently. */
    private static final int MAX_ACCOUNTS_AT_ONCE = 8;

    private final Session session;
    private final VerifyOptions wishes;
    private final String role;
    private final ShareService owner;
    private final Map<AccountId, ShareService> recipients = new HashMap<>();

    AllRecipients(Session session, VerifyOptions wishes, String role) throws UsageException, CloudException {
        this.session = session;
        this.wishes = wishes;
        this.role = role;
        this.owner = session.service();
    }

    /**
     * Checks all regions. A region that cannot be read does not prevent the others.
     *
     * @throws CloudException if no region can be read
     */
    MatrixResult look(SelectedImages selected) throws UsageException, CloudException {
        Map<RegionId, CloudException> unread = new LinkedHashMap<>(selected.unread());
        List<Row> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<RegionId> regions = selected.concerned();
        for (Map.Entry<RegionId, List<ImageRef>> region : selected.byRegion().entrySet()) {
            try {
                VerifyRequest request = request(region.getKey(), region.getValue());
                ImageHolders found = owner.recipients(request.region(), request.images());
                rows.addAll(rows(request, found));
                notes.addAll(found.notes());
            } catch (CloudException e) {
                if (e.kind() == Kind.INTERRUPTED || regions.size() == 1) {
                    throw e;
                }
                unread.put(region.getKey(), e);
            }
        }
        Failure failure = UnreadRegionsFailure.describe(unread, session.messages());
        return new MatrixResult(session.command(), regions, rows, notes, failure);
    }

    private VerifyRequest request(RegionId region, List<ImageRef> images) throws CloudException {
        return new VerifyRequest(
                region,
                images.stream().map(ImageRef::id).toList(),
                wishes.key(),
                wishes.launch(),
                wishes.dryRuns(),
                true,
                session.pasted()::complete,
                List.of());
    }

    /** One row for each account and image. */
    private List<Row> rows(VerifyRequest request, ImageHolders found) throws UsageException, CloudException {
        for (AccountId account : found.images().keySet()) {
            if (!recipients.containsKey(account)) {
                recipients.put(account, session.serviceIn("acs:ram::" + account + ":role/" + role));
            }
        }
        MatrixRepairs repairs = new MatrixRepairs(session.messages(), role, owner.account());
        List<CallPool.Call<List<Row>>> reads = new ArrayList<>();
        found.images().forEach((account, images) -> {
            ShareService recipient = Objects.requireNonNull(recipients.get(account));
            reads.add(() -> rows(request.of(images), repairs, account, recipient));
        });
        try (CallPool pool = new CallPool(MAX_ACCOUNTS_AT_ONCE)) {
            return pool.all(reads).stream().flatMap(List::stream).toList();
        }
    }

    private List<Row> rows(VerifyRequest request, MatrixRepairs repairs, AccountId account, ShareService recipient) {
        List<ImageId> images = request.images();
        MatrixRows rows = new MatrixRows(repairs, account, request);
        try {
            recipient.account();
            List<Diagnosis> checks = new ArrayList<>(owner.checkOwnerSide(request.region(), images, account));
            Verification verification = recipient.verify(request.after(checks));
            checks.addAll(verification.checks());
            return verification.images().stream()
                    .map(image -> rows.row(image, checks))
                    .toList();
        } catch (CloudException e) {
            return rows.unseen(e);
        }
    }
}

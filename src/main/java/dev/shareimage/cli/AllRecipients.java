package dev.shareimage.cli;

import dev.shareimage.app.ShareService;
import dev.shareimage.app.verify.Diagnosis;
import dev.shareimage.app.verify.ImageHolders;
import dev.shareimage.app.verify.VerifyRequest;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.MatrixResult.Row;
import dev.shareimage.cloud.CallPool;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.check.Finding;
import dev.shareimage.domain.check.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks, as the owner, at everybody who has images, by a role in each of their accounts; reads alone. */
final class AllRecipients {

    /** Accounts at once; each makes several calls at the same time. */
    private static final int MAX_ACCOUNTS_AT_ONCE = 8;

    private final Session session;
    private final VerifyRequest request;
    private final ShareService owner;

    AllRecipients(Session session, VerifyRequest request) throws UsageException, CloudException {
        this.session = session;
        this.request = request;
        this.owner = session.service();
    }

    /** Who has the images, as far as that can be read. */
    ImageHolders found() throws CloudException {
        return owner.recipients(request.region(), request.images());
    }

    /** A row for each account and image. */
    List<Row> rows(ImageHolders found, String role) throws UsageException, CloudException {
        Map<AccountId, ShareService> services = new LinkedHashMap<>();
        for (AccountId account : found.images().keySet()) {
            services.put(account, session.serviceIn("acs:ram::" + account + ":role/" + role));
        }
        List<CallPool.Call<List<Row>>> reads = new ArrayList<>();
        services.forEach((account, service) -> reads.add(() -> rows(account, imagesOf(found, account), service)));
        try (CallPool pool = new CallPool(MAX_ACCOUNTS_AT_ONCE)) {
            return pool.all(reads).stream().flatMap(List::stream).toList();
        }
    }

    private static List<ImageId> imagesOf(ImageHolders found, AccountId account) {
        return found.images().getOrDefault(account, List.of());
    }

    private List<Row> rows(AccountId account, List<ImageId> images, ShareService recipient) {
        try {
            recipient.account();
            List<Diagnosis> checks = new ArrayList<>(owner.ownersHalf(request.region(), images, account));
            checks.addAll(recipient.verify(request.of(images).after(checks)).checks());
            return images.stream().map(image -> row(account, image, checks)).toList();
        } catch (CloudException e) {
            String reason = e.missingAction()
                    .map(action -> e.text() + " (" + action + ")")
                    .orElse(e.text());
            return images.stream()
                    .map(image -> new Row(
                            account, request.region(), image, "could-not-look", null, reason, e.code(), e.kind()))
                    .toList();
        }
    }

    private Row row(AccountId account, ImageId image, List<Diagnosis> checks) {
        List<Diagnosis> its = checks.stream()
                .filter(check -> check.image() == null || check.image().equals(image))
                .toList();
        for (Diagnosis check : its) {
            Finding finding = check.finding();
            if (finding.failed()) {
                String side = check.repairs() == null ? null : check.repairs().label();
                String reason = finding.id().label() + ": " + finding.message();
                return new Row(
                        account,
                        request.region(),
                        image,
                        "blocked",
                        side,
                        reason,
                        finding.id().label(),
                        null);
            }
        }
        List<String> open = its.stream()
                .map(Diagnosis::finding)
                .filter(finding -> finding.verdict() == Verdict.NOT_CHECKED)
                .map(finding -> finding.id().label())
                .filter(label -> !label.startsWith("dry-run-"))
                .distinct()
                .toList();
        String verdict = open.isEmpty() ? "ready" : "unproven";
        String unseen = String.join(", ", open);
        return new Row(account, request.region(), image, verdict, null, unseen, unseen, null);
    }
}

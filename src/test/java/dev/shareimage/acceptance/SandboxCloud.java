package dev.shareimage.acceptance;

import dev.shareimage.app.Progress;
import dev.shareimage.app.Proposal;
import dev.shareimage.app.Report;
import dev.shareimage.app.ShareRequest;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.library.ServiceSettings;
import dev.shareimage.library.ShareServices;
import dev.shareimage.sandbox.RpcClient;
import dev.shareimage.sandbox.RunningSandbox;
import dev.shareimage.sandbox.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The service with the SDK's adapters, on its own sandbox. */
final class SandboxCloud implements AutoCloseable {

    static final RegionId HONG_KONG = new RegionId("cn-hongkong");

    private final Sandbox sandbox = Sandbox.inMemory();
    private final RunningSandbox running = sandbox.start(0);
    private final List<ShareServices> opened = new ArrayList<>();

    /** A new service with the owner's key, as a new run has it. */
    ShareService service() {
        return service(sandbox.environment(running.uri()), Duration.ofMillis(300));
    }

    ShareService service(Map<String, String> environment, Duration settle) {
        ShareServices services = ShareServices.open(new ServiceSettings(environment, Path.of("nowhere"))
                .endpoints(List.of(running.uri().toString()))
                .region(HONG_KONG)
                .timeout(Duration.ofSeconds(60))
                .settle(settle)
                .userAgent("share-image/test"));
        opened.add(services);
        return services.service();
    }

    /** Shares and applies the proposal, like a confirmed command. */
    Report share(String image, List<AccountId> accounts) throws CloudException {
        return share(image, TargetQuery.ofAccounts(accounts));
    }

    /** Shares with a folder and applies the proposal. */
    Report share(String image, FolderPath folder) throws CloudException {
        return share(image, TargetQuery.ofFolders(List.of(folder)));
    }

    private Report share(String image, TargetQuery targets) throws CloudException {
        Proposal proposal = service()
                .share(new ShareRequest(HONG_KONG, List.of(new ImageId(image)), targets, List.of(), false, true));
        return proposal.preview().blocked() || proposal.changesNothing()
                ? proposal.preview()
                : proposal.apply(Progress.SILENT);
    }

    /** Recipients of the initial world, starting with 2000000000000002. */
    static List<AccountId> recipients(int count) {
        return IntStream.range(2, 2 + count)
                .mapToObj(number -> new AccountId(String.format("20000000000000%02d", number)))
                .toList();
    }

    /** The cloud as an independent client sees it. */
    RpcClient client(String accessKeyId, String secret) {
        return new RpcClient(running.uri(), accessKeyId, secret);
    }

    RpcClient owner() {
        return RpcClient.owner(running.uri());
    }

    Sandbox sandbox() {
        return sandbox;
    }

    /** The actions that were called, in the order of their answers. */
    List<String> actions() {
        return running.requests().stream().map(entry -> entry.action()).toList();
    }

    static List<AccountId> accounts(String... ids) {
        return Arrays.stream(ids).map(AccountId::new).toList();
    }

    @Override
    public void close() {
        opened.forEach(ShareServices::close);
        running.close();
    }
}

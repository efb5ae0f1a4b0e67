package dev.shareimage.cloud.aliyun;

import com.aliyuncs.ecs.model.v20140526.DescribeImageSharePermissionRequest;
import com.aliyuncs.ecs.model.v20140526.ModifyImageSharePermissionRequest;
import dev.shareimage.cloud.CallPool;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.ImageShare;
import dev.shareimage.cloud.ImageShares;
import dev.shareimage.cloud.aliyun.rpc.ApiResponse;
import dev.shareimage.cloud.aliyun.rpc.Call;
import dev.shareimage.cloud.aliyun.rpc.PageTally;
import dev.shareimage.cloud.aliyun.rpc.PageTally.ListShape;
import dev.shareimage.cloud.aliyun.rpc.PagedReader;
import dev.shareimage.cloud.aliyun.rpc.PagedReader.Sink;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@link ImageShares} through the API of ECS.
 *
 * @param pool reads the pages of a list concurrently
 * @param accounts reads an account id; one object for each id saves memory where many images have the same accounts
 */
record AliyunImageShares(Calls calls, CallPool pool, Function<String, AccountId> accounts) implements ImageShares {

    private static final ListShape ACCOUNTS = new ListShape("Accounts", "Account", "AliyunId");

    /**
     * {@inheritDoc}
     *
     * <p>If a share is removed between two pages, the following ones move forward, and one of them is missed. So the
     * list is read again if its length changes meanwhile. If it never stops changing, the result is everything that was
     * seen.
     */
    @Override
    public List<ImageShare> of(RegionId region, ImageId image) throws CloudException {
        Map<AccountId, ImageShare> all = new LinkedHashMap<>();
        @Nullable PageTally before = null;
        for (int reading = 1; reading <= PagedReader.MAX_READINGS; reading++) {
            Map<AccountId, ImageShare> now = new LinkedHashMap<>();
            PageTally tally = new PageTally(ACCOUNTS);
            ApiResponse last = read(region, image, tally, items -> putAll(now, items));
            if (tally.steady() || tally.sameAs(before)) {
                return List.copyOf(now.values());
            }
            if (reading == PagedReader.MAX_READINGS && tally.isShort()) {
                throw tally.tooShort(last);
            }
            all.putAll(now);
            before = tally;
        }
        return List.copyOf(all.values());
    }

    /**
     * Reads a list. The first page has the total. The other pages are read concurrently, and further ones if the total
     * was too low.
     */
    private ApiResponse read(RegionId region, ImageId image, PageTally tally, Sink sink) throws CloudException {
        ApiResponse last = page(region, image, 1);
        List<ApiResponse> first = tally.add(last);
        sink.accept(first);
        int size = Math.max(1, first.size());
        int pages = Math.max(1, (tally.total() + size - 1) / size);
        if (pages > PagedReader.PAGE_SIZE) {
            throw last.malformed("TotalCount", "is larger than any image's");
        }
        List<CallPool.Call<ApiResponse>> others = new ArrayList<>();
        for (int number = 2; number <= pages; number++) {
            int page = number;
            others.add(() -> page(region, image, page));
        }
        for (ApiResponse page : pool.all(others)) {
            sink.accept(tally.add(page));
            last = page;
        }
        return tally.ended() ? last : PagedReader.readOn(number -> page(region, image, number), tally, pages + 1, sink);
    }

    private ApiResponse page(RegionId region, ImageId image, int number) throws CloudException {
        DescribeImageSharePermissionRequest request = new DescribeImageSharePermissionRequest();
        request.setImageId(image.value());
        request.setPageNumber(number);
        request.setPageSize(PagedReader.PAGE_SIZE);
        return calls.make(Call.ecs(region, request, image.value()));
    }

    private void putAll(Map<AccountId, ImageShare> shares, List<ApiResponse> items) throws CloudException {
        @Nullable Instant last = null;
        for (ApiResponse item : items) {
            AccountId account = item.value("AliyunId", accounts);
            @Nullable Instant time = item.timeOrNull("SharedTime");
            last = time != null && time.equals(last) ? last : time;
            shares.put(account, new ImageShare(account, last));
        }
    }

    @Override
    public void add(RegionId region, ImageId image, Collection<AccountId> accounts) throws CloudException {
        ModifyImageSharePermissionRequest request = request(image);
        request.setAddAccounts(few(accounts));
        calls.make(Call.ecs(region, request, target(image, accounts)));
    }

    @Override
    public void remove(RegionId region, ImageId image, Collection<AccountId> accounts) throws CloudException {
        ModifyImageSharePermissionRequest request = request(image);
        request.setRemoveAccounts(few(accounts));
        calls.make(Call.ecs(region, request, target(image, accounts)));
    }

    private static ModifyImageSharePermissionRequest request(ImageId image) {
        ModifyImageSharePermissionRequest request = new ModifyImageSharePermissionRequest();
        request.setImageId(image.value());
        return request;
    }

    private static List<String> few(Collection<AccountId> accounts) {
        if (accounts.isEmpty() || accounts.size() > MAX_ACCOUNTS_PER_CALL) {
            throw new IllegalArgumentException("1 to " + MAX_ACCOUNTS_PER_CALL + " accounts, not " + accounts.size());
        }
        return accounts.stream().map(AccountId::value).toList();
    }

    private static String target(ImageId image, Collection<AccountId> accounts) {
        return image + " " + String.join(",", few(accounts));
    }
}

package dev.shareimage.cloud.aliyun;

import com.aliyuncs.ecs.model.v20140526.DescribeImageSharePermissionRequest;
import com.aliyuncs.ecs.model.v20140526.ModifyImageSharePermissionRequest;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.ImageShare;
import dev.shareimage.cloud.ImageShares;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@link ImageShares} by ECS. */
record AliyunImageShares(Calls calls) implements ImageShares {

    private static final int READINGS = 3;

    /**
     * {@inheritDoc}
     *
     * <p>A share that is taken away between two pages moves those behind it forward, and one of them out of sight. So a
     * list whose length changes while it is read is read again; if it never holds still, all that was seen counts.
     */
    @Override
    public List<ImageShare> of(RegionId region, ImageId image) throws CloudException {
        Map<AccountId, ImageShare> shares = new LinkedHashMap<>();
        for (int reading = 1; ; reading++) {
            List<ApiResponse> pages = pages(region, image);
            Map<AccountId, ImageShare> now = shares(pages);
            shares.putAll(now);
            boolean still = sizes(pages).size() == 1;
            int total = total(pages.get(0), now.size());
            if (still && now.size() >= total) {
                return List.copyOf(now.values());
            }
            if (reading == READINGS && still) {
                throw pages.get(0).malformed("Accounts", "holds " + now.size() + " of " + total + " accounts");
            }
            if (reading == READINGS) {
                return List.copyOf(shares.values());
            }
        }
    }

    /** The first page says how many there are; the others are read side by side. */
    private List<ApiResponse> pages(RegionId region, ImageId image) throws CloudException {
        ApiResponse first = page(region, image, 1);
        List<ApiResponse> items = first.list("Accounts", "Account");
        int size = Math.max(1, items.size());
        int last = (total(first, items.size()) + size - 1) / size;
        if (last > PagedReader.SIZE) {
            throw first.malformed("TotalCount", "is larger than any image's");
        }
        List<ParallelCalls.Work<ApiResponse>> others = new ArrayList<>();
        for (int number = 2; number <= last; number++) {
            int page = number;
            others.add(() -> page(region, image, page));
        }
        List<ApiResponse> pages = new ArrayList<>(List.of(first));
        pages.addAll(ParallelCalls.all(others));
        return pages;
    }

    private ApiResponse page(RegionId region, ImageId image, int number) throws CloudException {
        DescribeImageSharePermissionRequest request = new DescribeImageSharePermissionRequest();
        request.setImageId(image.value());
        request.setPageNumber(number);
        request.setPageSize(PagedReader.SIZE);
        return calls.make(Call.ecs(region, request, image.value()));
    }

    private static Map<AccountId, ImageShare> shares(List<ApiResponse> pages) throws CloudException {
        Map<AccountId, ImageShare> shares = new LinkedHashMap<>();
        for (ApiResponse page : pages) {
            for (ApiResponse item : page.list("Accounts", "Account")) {
                AccountId account = item.value("AliyunId", AccountId::new);
                shares.put(account, new ImageShare(account, item.timeOrNull("SharedTime")));
            }
        }
        return shares;
    }

    private static Set<Integer> sizes(List<ApiResponse> pages) throws CloudException {
        Set<Integer> sizes = new HashSet<>();
        for (ApiResponse page : pages) {
            sizes.add(total(page, -1));
        }
        return sizes;
    }

    private static int total(ApiResponse page, int otherwise) throws CloudException {
        return page.count("TotalCount").orElse(otherwise);
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

package dev.shareimage.cloud.aliyun.rpc;

import dev.shareimage.domain.RegionId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The cloud's products that are called: how {@code --endpoint} and RAM name them, and where they answer. */
public enum Product {
    ECS("ecs", "ecs.{region}.aliyuncs.com"),
    RAM("ram", "ram.aliyuncs.com"),
    STS("sts", "sts.aliyuncs.com"),
    KMS("kms", "kms.{region}.aliyuncs.com"),
    RESOURCE_SHARING("resourcesharing", "resourcesharing.{region}.aliyuncs.com"),
    RESOURCE_DIRECTORY("resourcemanager", "resourcedirectory.aliyuncs.com"),
    QUOTAS("quotas", "quotas.aliyuncs.com");

    private static final RegionId HANGZHOU = new RegionId("cn-hangzhou");

    private final String ramPrefix;
    private final String host;

    Product(String ramPrefix, String host) {
        this.ramPrefix = ramPrefix;
        this.host = host;
    }

    /** How {@code --endpoint} names it. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    /** The product of that name in {@code --endpoint}, in any case. */
    public static Optional<Product> ofOptionName(String name) {
        return Arrays.stream(values())
                .filter(product -> product.optionName().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** All names that {@code --endpoint} takes. */
    public static String optionNames() {
        return Arrays.stream(values()).map(Product::optionName).collect(Collectors.joining(", "));
    }

    /** The permission that a call needs, such as {@code ecs:DescribeImages}. */
    String permission(String action) {
        return ramPrefix + ":" + action;
    }

    /** The vendor's host for accounts of its international site; the directory alone has one apart. */
    String internationalHost(RegionId region) {
        return this == RESOURCE_DIRECTORY ? "resourcedirectory-intl.aliyuncs.com" : defaultHost(region);
    }

    /** The vendor's host; the oldest region's ECS is spelled with a hyphen. */
    String defaultHost(RegionId region) {
        return this == ECS && region.equals(HANGZHOU)
                ? "ecs-cn-hangzhou.aliyuncs.com"
                : host.replace("{region}", region.value());
    }
}

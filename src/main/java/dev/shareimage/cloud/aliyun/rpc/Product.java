package dev.shareimage.cloud.aliyun.rpc;

import dev.shareimage.domain.RegionId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The products of the cloud that are called: their names in {@code --endpoint} and in RAM, and their hosts. */
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

    /** The name in {@code --endpoint}. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    /** The product with that name in {@code --endpoint}, in any case. */
    public static Optional<Product> ofOptionName(String name) {
        return Arrays.stream(values())
                .filter(product -> product.optionName().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** All names that {@code --endpoint} accepts. */
    public static String optionNames() {
        return Arrays.stream(values()).map(Product::optionName).collect(Collectors.joining(", "));
    }

    /** The permission that a call needs, such as {@code ecs:DescribeImages}. */
    String permission(String action) {
        return ramPrefix + ":" + action;
    }

    /** The vendor's host for accounts of its international site. Only Resource Directory has a separate one. */
    String internationalHost(RegionId region) {
        return this == RESOURCE_DIRECTORY ? "resourcedirectory-intl.aliyuncs.com" : defaultHost(region);
    }

    /** The vendor's host. The host of ECS in the oldest region is spelled with a hyphen. */
    String defaultHost(RegionId region) {
        return this == ECS && region.equals(HANGZHOU)
                ? "ecs-cn-hangzhou.aliyuncs.com"
                : host.replace("{region}", region.value());
    }
}

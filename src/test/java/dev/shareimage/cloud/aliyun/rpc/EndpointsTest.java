package dev.shareimage.cloud.aliyun.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aliyuncs.ecs.model.v20140526.DescribeRegionsRequest;
import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.RegionId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {

    @ParameterizedTest
    @CsvSource({
        "ECS, cn-hongkong, https://ecs.cn-hongkong.aliyuncs.com/",
        "ECS, cn-hangzhou, https://ecs-cn-hangzhou.aliyuncs.com/",
        "KMS, cn-hangzhou, https://kms.cn-hangzhou.aliyuncs.com/",
        "RESOURCE_SHARING, cn-shanghai, https://resourcesharing.cn-shanghai.aliyuncs.com/",
        "RAM, cn-shanghai, https://ram.aliyuncs.com/",
        "STS, cn-shanghai, https://sts.aliyuncs.com/",
        "QUOTAS, cn-shanghai, https://quotas.aliyuncs.com/",
        "RESOURCE_DIRECTORY, cn-shanghai, https://resourcedirectory.aliyuncs.com/"
    })
    void the_vendor_has_its_hosts(Product product, String region, String uri) {
        assertThat(Endpoints.vendor().of(call(product, region))).hasToString(uri);
    }

    @Test
    void use_tls_unless_every_product_is_reached_without() {
        assertThat(Endpoints.vendor().useTls()).isTrue();
        assertThat(Endpoints.of(List.of("http://127.0.0.1:1")).useTls()).isFalse();
        assertThat(Endpoints.of(List.of("ecs=http://127.0.0.1:1")).useTls()).isTrue();
        assertThat(Endpoints.of(List.of("http://127.0.0.1:1", "kms=HTTPS://127.0.0.1:2"))
                        .useTls())
                .isTrue();
    }

    @Test
    void the_international_site_has_a_directory_of_its_own() {
        assertThat(Endpoints.vendor()
                        .of(call(Product.RESOURCE_DIRECTORY, "cn-hongkong").international()))
                .hasToString("https://resourcedirectory-intl.aliyuncs.com/");
        assertThat(Endpoints.vendor().of(call(Product.ECS, "cn-hongkong").international()))
                .hasToString("https://ecs.cn-hongkong.aliyuncs.com/");
    }

    @Test
    void an_override_applies_to_all_products_except_those_with_their_own() {
        Endpoints endpoints = Endpoints.of(
                List.of("ECS=https://ecs-vpc.{region}.example.com", "http://127.0.0.1:7777", "ram=http://[::1]:8080/"));
        assertThat(endpoints.of(call(Product.ECS, "cn-hongkong")))
                .hasToString("https://ecs-vpc.cn-hongkong.example.com/");
        assertThat(endpoints.of(call(Product.RAM, "cn-hongkong"))).hasToString("http://[::1]:8080/");
        assertThat(endpoints.of(call(Product.KMS, "cn-hongkong"))).hasToString("http://127.0.0.1:7777/");
        assertThat(endpoints.overridden(Product.RESOURCE_DIRECTORY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ecs.aliyuncs.com",
                "http://127.0.0.1.example.com",
                "http://localhost.example.com",
                "http://0.0.0.0",
                "http://127.0.0.256",
                "http://10.0.0.1",
                "ftp://127.0.0.1",
                "https://user@example.com",
                "https://example.com/path",
                "https://example.com?a=b",
                "https://example.com#a",
                "127.0.0.1:7777",
                "https://",
                "http://127.0.0.1@example.com",
                "oss=https://example.com",
                "ecs=",
                "",
                "http://exa mple",
                "http://2130706433",
                "http://0x7f000001"
            })
    void no_other_address_is_taken(String override) {
        assertThatThrownBy(() -> Endpoints.of(List.of(override)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("--endpoint: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1", "http://127.255.0.1", "http://[::1]", "HTTP://LocalHost:2/"})
    void loopback_may_be_spoken_to_in_the_clear(String override) {
        assertThat(Endpoints.of(List.of(override)).overridden(Product.ECS)).isTrue();
    }

    private static Call call(Product product, String region) {
        return Call.regional(product, new RegionId(region), new DescribeRegionsRequest(), "");
    }
}

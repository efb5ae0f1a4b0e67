package dev.shareimage.cloud.aliyun.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shareimage.domain.InvalidValueException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {

    private static final URI ECS = URI.create("https://ecs.cn-hongkong.aliyuncs.com/");

    @ParameterizedTest
    @ValueSource(strings = {"http://proxy.example.com:3128", "proxy.example.com:3128"})
    void https_goes_through_the_proxy(String address) {
        assertThat(new Proxies(Map.of("HTTPS_PROXY", address)).forUri(ECS))
                .isEqualTo(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.example.com", 3128)));
    }

    @Test
    void variables_in_lower_case_count_too() {
        assertThat(new Proxies(Map.of("https_proxy", "proxy:3128")).forUri(ECS)).isNotEqualTo(Proxy.NO_PROXY);
        assertThat(new Proxies(Map.of()).forUri(ECS)).isEqualTo(Proxy.NO_PROXY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:7777/", "https://localhost/", "http://100.100.100.200/"})
    void loopback_and_metadata_addresses_are_reached_directly(String uri) {
        assertThat(new Proxies(Map.of("HTTPS_PROXY", "proxy:3128", "HTTP_PROXY", "proxy:3128")).forUri(URI.create(uri)))
                .isEqualTo(Proxy.NO_PROXY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "aliyuncs.com", ".aliyuncs.com", "*.aliyuncs.com", "x, ECS.cn-hongkong.aliyuncs.com"})
    void hosts_that_match_no_proxy_are_reached_directly(String exceptions) {
        assertThat(new Proxies(Map.of("HTTPS_PROXY", "proxy:3128", "NO_PROXY", exceptions)).forUri(ECS))
                .isEqualTo(Proxy.NO_PROXY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yuncs.com", "ecs.aliyuncs.com", ""})
    void hosts_that_do_not_match_no_proxy_go_through_the_proxy(String exceptions) {
        assertThat(new Proxies(Map.of("HTTPS_PROXY", "proxy:3128", "NO_PROXY", exceptions)).forUri(ECS))
                .isNotEqualTo(Proxy.NO_PROXY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://user:secret@",
                "http://",
                "http://a b",
                "http://user:secret@a b",
                "http://user:secret@proxy:65536",
                "http://user:secret@proxy:0"
            })
    void a_proxy_that_cannot_be_used_is_refused_without_showing_it(String address) {
        assertThatThrownBy(() -> new Proxies(Map.of("HTTPS_PROXY", address)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_password_is_kept_for_the_proxy_and_not_shown() {
        Proxies proxies = new Proxies(Map.of("HTTPS_PROXY", "http://user:s%40cret+@proxy:3128"));

        assertThat(proxies.forUri(ECS))
                .isEqualTo(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy", 3128)));
        assertThat(proxies.password()).isNotNull().hasToString("ProxyPassword[hidden]");
        assertThat(new Proxies(Map.of("HTTPS_PROXY", "http://proxy:3128")).password())
                .isNull();
    }
}

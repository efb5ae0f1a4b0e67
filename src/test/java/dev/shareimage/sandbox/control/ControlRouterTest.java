package dev.shareimage.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shareimage.sandbox.RpcClient;
import dev.shareimage.sandbox.RunningSandbox;
import dev.shareimage.sandbox.Sandbox;
import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that a web page on the same machine could send, and the requests that are accepted. */
class ControlRouterTest {

    private static final String CONTROL = "X-Sandbox-Control: yes\r\n";

    private RunningSandbox sandbox = Sandbox.inMemory().withControl().start(0);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void a_visitor_is_told_what_this_is() throws IOException {
        assertThat(get("/", "127.0.0.1", ""))
                .startsWith("HTTP/1.1 200 OK")
                .contains("This is the sandbox of share-image")
                .contains("A success here proves nothing about the real cloud.");
    }

    @Test
    void people_with_a_browser_get_a_page_that_loads_nothing_from_elsewhere() throws IOException {
        String page = get("/", "127.0.0.1", "Accept: text/html,*/*\r\nSec-Fetch-Site: none\r\n");

        assertThat(page)
                .startsWith("HTTP/1.1 200 OK")
                .contains(
                        "Content-Type: text/html",
                        "Content-Security-Policy: default-src 'none'",
                        "X-Frame-Options: DENY")
                .contains("<h1>The sandbox of share-image</h1>", "data-control=\"true\"")
                .doesNotContain("Access-Control-Allow-Origin", "http://", "https://");
        assertThat(get("/", "evil.example", "Accept: text/html\r\n")).startsWith("HTTP/1.1 403");
        assertThat(get("/", "127.0.0.1", "Accept: text/html\r\nSec-Fetch-Site: cross-site\r\n"))
                .startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/         | ja-JP,ja;q=0.9,en;q=0.8 | ja | <h1>share-image のサンドボックス</h1>",
                "/         | fr, zh-CN;q=0.9         | zh | <h1>share-image 沙箱</h1>",
                "/         | fr                      | en | <h1>The sandbox of share-image</h1>",
                "/         | ;;q=x                   | en | <h1>The sandbox of share-image</h1>",
                "/?lang=zh | ja                      | zh | <h1>share-image 沙箱</h1>",
                "/?lang=xx | ja                      | ja | <h1>share-image のサンドボックス</h1>"
            })
    void the_start_page_is_in_the_language_of_the_address_or_the_browser(
            String path, String preferred, String language, String heading) throws IOException {
        assertThat(get(path, "127.0.0.1", "Accept: text/html\r\nAccept-Language: " + preferred + "\r\n"))
                .contains("<html lang=\"" + language + "\"", heading)
                .doesNotContainPattern("@\\w+@");
    }

    @Test
    void every_text_of_the_start_page_is_there_in_each_language() throws IOException {
        Set<String> english = texts("start.properties").stringPropertyNames();

        assertThat(texts("start_ja.properties").stringPropertyNames()).isEqualTo(english);
        assertThat(texts("start_zh.properties").stringPropertyNames()).isEqualTo(english);
    }

    private static Properties texts(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/dev/shareimage/sandbox", file))) {
            texts.load(reader);
        }
        return texts;
    }

    @Test
    void the_state_is_for_the_start_page_alone() throws IOException {
        assertThat(get("/_sandbox/state", "127.0.0.1", "")).startsWith("HTTP/1.1 403");
        assertThat(get("/_sandbox/state", "127.0.0.1", CONTROL)).startsWith("HTTP/1.1 403");
        assertThat(get("/_sandbox/state", "127.0.0.1", withToken()))
                .startsWith("HTTP/1.1 200")
                .contains("\"id\":\"m-hk0cmk0000000000001\"", "\"calls\":[]")
                .doesNotContain("NotASecret");
        assertThat(get("/_sandbox/state", "127.0.0.1", withToken() + "Origin: https://evil.example\r\n"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void the_start_page_controls_with_its_token_and_only_that() throws IOException {
        String own = "Origin: http://127.0.0.1\r\n";

        assertThat(request("POST", "/_sandbox/reset", own + CONTROL)).startsWith("HTTP/1.1 403");
        assertThat(request("POST", "/_sandbox/reset", own)).startsWith("HTTP/1.1 403");
        assertThat(request("POST", "/_sandbox/reset", own + withToken())).startsWith("HTTP/1.1 200");
        assertThat(request("POST", "/?Action=DeleteImage", own + withToken())).startsWith("HTTP/1.1 403");
    }

    @Test
    void a_page_without_control_shows_and_changes_nothing() throws IOException {
        sandbox.close();
        sandbox = Sandbox.inMemory().start(0);

        assertThat(get("/_sandbox/state", "127.0.0.1", withToken())).startsWith("HTTP/1.1 200");
        assertThat(request("POST", "/_sandbox/reset", withToken())).startsWith("HTTP/1.1 404");
    }

    @Test
    void reset_makes_the_world_what_it_was_and_leaves_the_faults() throws IOException {
        String plan = "{\"settings\":{\"associationDelayMillis\":7}}";
        String image = "m-hk0plain00000000001";
        assertThat(send("PUT", "/_sandbox/faults", plan)).startsWith("HTTP/1.1 200");
        String before = world();
        RpcClient.owner(sandbox.uri())
                .ecs(
                        "ModifyImageSharePermission",
                        "RegionId",
                        "cn-hongkong",
                        "ImageId",
                        image,
                        "AddAccount.1",
                        "2000000000000002");
        assertThat(world()).isNotEqualTo(before);

        assertThat(send("POST", "/_sandbox/reset", "")).endsWith("Reset.\n");

        assertThat(world()).isEqualTo(before);
        assertThat(send("GET", "/_sandbox/faults", "")).endsWith(plan);
    }

    private String world() throws IOException {
        String state = get("/_sandbox/state", "127.0.0.1", withToken());
        return state.substring(state.indexOf("{\"world\""), state.indexOf(",\"calls\":"));
    }

    private String withToken() throws IOException {
        Matcher token = Pattern.compile("data-token=\"([0-9a-f]{32})\"")
                .matcher(get("/", "127.0.0.1", "Accept: text/html\r\n"));
        assertThat(token.find()).isTrue();
        return "X-Sandbox-Control: " + token.group(1) + "\r\n";
    }

    private String request(String method, String path, String headers) throws IOException {
        return exchange(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers
                + "Connection: close\r\nContent-Length: 0\r\n\r\n");
    }

    @Test
    void host_names_of_others_are_refused() throws IOException {
        assertThat(get("/", "evil.example", "")).startsWith("HTTP/1.1 403");
        assertThat(get("/", "127.0.0.1.evil.example", "")).startsWith("HTTP/1.1 403");
        assertThat(get("/", "evil.oss-cn-hongkong.aliyuncs.com", "")).startsWith("HTTP/1.1 403");
        assertThat(get("/", "", "")).startsWith("HTTP/1.1 403");
        assertThat(get("/", "localhost:80", "")).startsWith("HTTP/1.1 200");
        assertThat(get("/", "[::1]:80", "")).startsWith("HTTP/1.1 200");
    }

    @Test
    void requests_from_web_pages_are_refused() throws IOException {
        assertThat(get("/", "127.0.0.1", "Origin: https://evil.example\r\n")).startsWith("HTTP/1.1 403");
        assertThat(get("/", "127.0.0.1", "Origin: null\r\n")).startsWith("HTTP/1.1 403");
        assertThat(get("/", "127.0.0.1", "Sec-Fetch-Site: cross-site\r\n")).startsWith("HTTP/1.1 403");
        assertThat(get("/", "127.0.0.1", "Sec-Fetch-Site: none\r\n")).startsWith("HTTP/1.1 200");
        assertThat(get("/_sandbox/requests", "127.0.0.1", CONTROL + "Origin: http://127.0.0.1\r\n"))
                .startsWith("HTTP/1.1 403");
    }

    /** Everybody can sign with the sandbox's keys, which are public, so a signature alone does not keep out web pages. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://evil.example",
                "Origin: null",
                "Origin: http://127.0.0.1:8080",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            })
    void no_page_can_make_a_call(String header) throws IOException {
        String call = "Action=DeleteImage&Version=2014-05-26&AccessKeyId=x";
        String form = "Content-Type: application/x-www-form-urlencoded\r\n" + header + "\r\n";

        assertThat(post(call, "127.0.0.1", form)).startsWith("HTTP/1.1 403").contains("does not answer to web pages");
        assertThat(post(call, "ecs.cn-hongkong.aliyuncs.com", form)).startsWith("HTTP/1.1 403");
        assertThat(get("/?" + call, "127.0.0.1", header + "\r\n")).startsWith("HTTP/1.1 403");
        assertThat(get("/_sandbox/requests", "127.0.0.1", CONTROL)).endsWith("\n\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:80",
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                "ecs.aliyuncs.com.evil.example",
                "ecs.aliyuncs.com@evil.example",
                "127.0.0.1@evil.example",
                "127.1",
                "2130706433",
                "0x7f.1",
                "0.0.0.0",
                "[::ffff:127.0.0.1]",
                "localhost.",
                "evil.bucket.oss-cn-hongkong.aliyuncs.com",
                "127.0.0.1 evil.example"
            })
    void a_foreign_host_name_gets_nothing(String host) throws IOException {
        assertThat(post("Action=GetCallerIdentity", host, "")).startsWith("HTTP/1.1 40");
        assertThat(get("/_sandbox/requests", host, CONTROL)).startsWith("HTTP/1.1 40");
        assertThat(get("/_sandbox/requests", "127.0.0.1", CONTROL)).endsWith("\n\n");
    }

    @Test
    void asking_whether_it_may_gets_a_page_nothing() throws IOException {
        for (String path : List.of("/", "/_sandbox/faults")) {
            assertThat(exchange("OPTIONS " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: https://evil.example\r\n"
                            + "Access-Control-Request-Method: PUT\r\n"
                            + "Access-Control-Request-Headers: x-sandbox-control\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 403")
                    .doesNotContainIgnoringCase("access-control");
        }
    }

    @Test
    void another_header_is_not_the_control_header() throws IOException {
        assertThat(get("/_sandbox/requests", "127.0.0.1", "X-Sandbox-Controls: yes\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(get("/_sandbox/requests?X-Sandbox-Control=yes", "127.0.0.1", ""))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void no_other_machine_can_come_in() throws IOException {
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(network.getInetAddresses())) {
                if (!address.isLoopbackAddress()) {
                    assertThatThrownBy(() -> new Socket(address, sandbox.uri().getPort()).close())
                            .as(address.toString())
                            .isInstanceOf(IOException.class);
                }
            }
        }
        assertThat(InetAddress.getByName(sandbox.uri().getHost()).isLoopbackAddress())
                .isTrue();
    }

    @Test
    void the_control_address_wants_its_header_and_its_own_name() throws IOException {
        assertThat(get("/_sandbox/requests", "127.0.0.1", CONTROL)).startsWith("HTTP/1.1 200");
        assertThat(get("/_sandbox/requests", "127.0.0.1", "")).startsWith("HTTP/1.1 403");
        assertThat(get("/_sandbox/requests", "ecs.aliyuncs.com", CONTROL)).startsWith("HTTP/1.1 400");
    }

    @Test
    void the_control_address_is_not_there_unless_asked_for() throws IOException {
        sandbox.close();
        sandbox = Sandbox.inMemory().start(0);

        assertThat(get("/_sandbox/requests", "127.0.0.1", CONTROL)).startsWith("HTTP/1.1 404");
    }

    @Test
    void faults_come_and_go_by_the_control_address() throws IOException {
        String plan = "{\"rules\":[{\"effect\":{\"type\":\"error\"}}]}";
        RpcClient owner = RpcClient.owner(sandbox.uri());

        assertThat(send("PUT", "/_sandbox/faults", plan))
                .startsWith("HTTP/1.1 200")
                .endsWith(plan);
        assertThat(send("GET", "/_sandbox/faults", "")).endsWith(plan);
        assertThat(owner.sts("GetCallerIdentity").outcome()).isEqualTo("500 InternalError");
        assertThat(send("PUT", "/_sandbox/faults", "{\"rulse\":[]}"))
                .startsWith("HTTP/1.1 400")
                .endsWith("plan has an unknown member [rulse]; known are seed, settings, imageSettings, rules\n");
        assertThat(send("DELETE", "/_sandbox/faults", "")).endsWith("{}");
        assertThat(owner.sts("GetCallerIdentity").outcome()).isEqualTo("200");
        assertThat(send("GET", "/_sandbox/requests", "").lines().filter(line -> line.startsWith("{\"start\"")))
                .hasSize(2)
                .anyMatch(line -> line.contains("\"product\":\"Sts\",\"action\":\"GetCallerIdentity\","
                        + "\"caller\":\"acs:ram::1000000000000001:root\",\"status\":500,\"code\":\"InternalError\""));
        assertThat(send("DELETE", "/_sandbox/requests", "")).endsWith("Forgotten.\n");
        assertThat(send("GET", "/_sandbox/requests", "")).endsWith("\n\n");
    }

    private String get(String path, String host, String headers) throws IOException {
        return exchange("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "Connection: close\r\n\r\n");
    }

    private String post(String body, String host, String headers) throws IOException {
        return exchange("POST / HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "Connection: close\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body);
    }

    private String send(String method, String path, String body) throws IOException {
        return exchange(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + CONTROL
                + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    private String exchange(String request) throws IOException {
        try (Socket socket = new Socket(sandbox.uri().getHost(), sandbox.uri().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }
}

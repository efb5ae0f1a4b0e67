package dev.shareimage.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs and sends RPC calls with signature version 1, without the sandbox's code. */
public final class RpcClient {

    private final HttpClient http;
    private final URI endpoint;
    private final String accessKeyId;
    private final String secret;

    public RpcClient(URI endpoint, String accessKeyId, String secret) {
        this(HttpClient.newHttpClient(), endpoint, accessKeyId, secret);
    }

    private RpcClient(HttpClient http, URI endpoint, String accessKeyId, String secret) {
        this.http = http;
        this.endpoint = endpoint;
        this.accessKeyId = accessKeyId;
        this.secret = secret;
    }

    /** Another caller on the same connections. */
    public RpcClient as(String otherAccessKeyId, String otherSecret) {
        return new RpcClient(http, endpoint, otherAccessKeyId, otherSecret);
    }

    /** The account that owns the images. */
    public static RpcClient owner(URI endpoint) {
        return new RpcClient(endpoint, "LTAI5tSandboxOwner000001", "NotASecretSandboxOwner00000001");
    }

    /**
     * A call with parameters in the query.
     *
     * @param parameters names and values in turn
     */
    public RpcAnswer get(String version, String action, String... parameters) {
        return send(
                HttpRequest.newBuilder(URI.create(endpoint + "/?" + form(signed("GET", version, action, parameters)))));
    }

    /** A call with parameters in the form body. */
    public RpcAnswer post(String version, String action, String... parameters) {
        return send(HttpRequest.newBuilder(endpoint.resolve("/"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(signed("POST", version, action, parameters)))));
    }

    public RpcAnswer ecs(String action, String... parameters) {
        return get("2014-05-26", action, parameters);
    }

    /**
     * Makes a dry run of a launch with an encrypted system disk. Nothing is launched.
     *
     * @param parameters more names and values in turn; they replace those of this method
     */
    public RpcAnswer launch(String region, String image, String... parameters) {
        List<String> all = new ArrayList<>(List.of("RegionId", region, "ImageId", image));
        all.addAll(List.of("InstanceType", "ecs.g7.large", "SystemDisk.Encrypted", "true", "DryRun", "true"));
        all.addAll(List.of(parameters));
        return ecs("RunInstances", all.toArray(String[]::new));
    }

    public RpcAnswer ram(String action, String... parameters) {
        return post("2015-05-01", action, parameters);
    }

    public RpcAnswer sts(String action, String... parameters) {
        return post("2015-04-01", action, parameters);
    }

    /** All parameters of a signed call. Given parameters replace common ones of the same name before signing. */
    public Map<String, String> signed(String method, String version, String action, String... parameters) {
        Map<String, String> all = new TreeMap<>();
        all.put("Action", action);
        all.put("Version", version);
        all.put("Format", "JSON");
        all.put("AccessKeyId", accessKeyId);
        all.put("SignatureMethod", "HMAC-SHA1");
        all.put("SignatureVersion", "1.0");
        all.put("SignatureNonce", UUID.randomUUID().toString());
        all.put("Timestamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        for (int i = 0; i < parameters.length; i += 2) {
            all.put(parameters[i], parameters[i + 1]);
        }
        all.put("Signature", sign(method + "&%2F&" + encode(form(all))));
        return all;
    }

    public static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private RpcAnswer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new RpcAnswer(response.statusCode(), response.body(), response.headers());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec((secret + "&").getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}

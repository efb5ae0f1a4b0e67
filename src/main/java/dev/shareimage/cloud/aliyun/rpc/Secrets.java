package dev.shareimage.cloud.aliyun.rpc;

import dev.shareimage.cloud.aliyun.http.Redaction;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * The secret values of a request. They are removed from an answer that quotes them, whatever the words around them are.
 * {@link Redaction} only recognizes such words.
 */
final class Secrets {

    private static final Set<String> HIDDEN = Set.of("Signature", "SecurityToken", "OIDCToken");
    private static final int MIN_LENGTH = 8;

    private final List<Replacement> replacements = new ArrayList<>();

    private record Replacement(String secret, String shown) {}

    private Secrets() {}

    /** The secrets in the form that was sent. */
    static Secrets in(byte[] form) {
        Secrets secrets = new Secrets();
        for (String parameter : new String(form, StandardCharsets.US_ASCII).split("&")) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                secrets.add(parameter.substring(0, equals), parameter.substring(equals + 1));
            }
        }
        return secrets;
    }

    private void add(String name, String encoded) {
        boolean keyId = name.equals("AccessKeyId");
        if (!keyId && !HIDDEN.contains(name)) {
            return;
        }
        String value = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        if (value.length() >= MIN_LENGTH) {
            String shown = keyId ? Redaction.keyId(value) : "***";
            for (String form : forms(value)) {
                replacements.add(new Replacement(form, shown));
            }
        }
    }

    /** All spellings of a value: in a string to sign, in an address, as it is, without padding, and as Base64. */
    private static List<String> forms(String value) {
        String once = URLEncoder.encode(value, StandardCharsets.UTF_8);
        String twice = URLEncoder.encode(once, StandardCharsets.UTF_8);
        String base64 = Base64.getEncoder().withoutPadding().encodeToString(value.getBytes(StandardCharsets.UTF_8));
        return List.of(twice, once, value, value.replace("=", ""), base64);
    }

    /** The text without the secrets. */
    String hide(String text) {
        String clean = text;
        for (Replacement replacement : replacements) {
            clean = clean.replace(replacement.secret(), replacement.shown());
        }
        return clean;
    }
}

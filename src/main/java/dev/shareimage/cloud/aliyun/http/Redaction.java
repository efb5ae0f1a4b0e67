package dev.shareimage.cloud.aliyun.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes texts from the cloud and from proxies safe to show: no secrets, no addresses, one line. */
public final class Redaction {

    private static final int MAX_LENGTH = 600;
    private static final int SHOWN = 4;

    /** Matches whole terminal escapes, so that no {@code [31m} remains. */
    private static final Pattern ESCAPE =
            Pattern.compile("\u001B(\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001B]*(\u0007|\u001B\\\\)?|.)?");

    private static final Pattern CONTROL = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}\\s]+");
    private static final Pattern STRING_TO_SIGN =
            Pattern.compile("[\\s,.;:]*(the )?(server )?string to sign( is)?\\s*:.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern URL = Pattern.compile("\\b[A-Za-z][A-Za-z0-9+.-]*://[^\\s\"'<>]*");
    private static final Pattern PARAMETER = Pattern.compile(
            "\\b(AccessKeySecret|access_key_secret|SecurityToken|security_token|Signature|SignatureNonce|OIDCToken"
                    + "|sts_token|Authorization)([\"']?(?:%3D|\\s*[=:])\\s*[\"']?)[^\\s&\"',;]+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern KEY_ID = Pattern.compile("\\b(LTAI[A-Za-z0-9]{8,}|STS\\.[A-Za-z0-9]{8,})");

    private Redaction() {}

    /** One line of limited length without addresses, key ids, secrets, tokens, signatures and control characters. */
    public static String line(String text) {
        String bounded = text.length() <= 16 * MAX_LENGTH ? text : text.substring(0, 16 * MAX_LENGTH);
        String line = CONTROL.matcher(ESCAPE.matcher(bounded).replaceAll("")).replaceAll(" ");
        line = STRING_TO_SIGN.matcher(line).replaceAll("");
        line = URL.matcher(line).replaceAll("(address)");
        line = PARAMETER.matcher(line).replaceAll("$1$2***");
        line = KEY_ID.matcher(line).replaceAll(match -> Matcher.quoteReplacement(keyId(match.group())));
        line = line.strip();
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "…";
    }

    /** The first and last four characters of an access key id; nothing of a short one. */
    public static String keyId(String id) {
        return id.length() <= 2 * SHOWN ? "***" : id.substring(0, SHOWN) + "***" + id.substring(id.length() - SHOWN);
    }
}

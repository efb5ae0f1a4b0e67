package dev.shareimage.cloud.aliyun.http;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Sends the user name and password in the proxy's address to that proxy only. Its text form shows neither. */
final class ProxyPassword extends Authenticator {

    private final String user;
    private final char[] password;

    private ProxyPassword(String user, char[] password) {
        this.user = user;
        this.password = password;
    }

    /**
     * Parses the user information of an address.
     *
     * @param userInfo {@code user:password}, percent-encoded if necessary
     */
    static ProxyPassword of(String userInfo) {
        int colon = userInfo.indexOf(':');
        String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        String password = colon < 0 ? "" : userInfo.substring(colon + 1);
        return new ProxyPassword(decode(user), decode(password).toCharArray());
    }

    /** Decodes percent-encoding. A plus sign stays a plus sign, unlike in a form. */
    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    protected @Nullable PasswordAuthentication getPasswordAuthentication() {
        return getRequestorType() == RequestorType.PROXY ? new PasswordAuthentication(user, password) : null;
    }

    @Override
    public String toString() {
        return "ProxyPassword[hidden]";
    }
}

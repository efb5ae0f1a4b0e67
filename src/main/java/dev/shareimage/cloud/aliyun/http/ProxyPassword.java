package dev.shareimage.cloud.aliyun.http;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Tells a proxy, and nobody else, the user name and password that stand in its address. Its text form shows neither. */
final class ProxyPassword extends Authenticator {

    private final String user;
    private final char[] password;

    private ProxyPassword(String user, char[] password) {
        this.user = user;
        this.password = password;
    }

    /**
     * Reads what stands before the host.
     *
     * @param userInfo {@code user:password}, as it stands in the address, percent-encoded where need be
     */
    static ProxyPassword of(String userInfo) {
        int colon = userInfo.indexOf(':');
        String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        String password = colon < 0 ? "" : userInfo.substring(colon + 1);
        return new ProxyPassword(decode(user), decode(password).toCharArray());
    }

    /** A plus sign is one here, unlike in a form. */
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

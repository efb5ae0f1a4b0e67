package dev.shareimage.cloud.aliyun.http;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Recognizes addresses of this machine by their spelling, without name lookups. */
public final class Loopback {

    private static final Pattern IPV4 = Pattern.compile("127(\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}");

    private Loopback() {}

    public static boolean names(URI uri) {
        String host = uri.getHost();
        return host != null
                && (host.toLowerCase(Locale.ROOT).equals("localhost")
                        || host.equals("[::1]")
                        || host.equals("[0:0:0:0:0:0:0:1]")
                        || IPV4.matcher(host).matches());
    }
}

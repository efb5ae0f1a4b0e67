package dev.shareimage.sandbox.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a request.
 *
 * @param authority of the absolute form, else null
 */
record RequestLine(String method, @Nullable String authority, String path, String query, boolean keepsAlive) {

    private static final Pattern LINE =
            Pattern.compile("(?<method>[A-Z]{1,20}) (?<target>[\\x21-\\x7e]+) HTTP/1\\.(?<minor>[01])");

    private static final Pattern TARGET =
            Pattern.compile("(?:[hH][tT][tT][pP]://(?<authority>[^/?#]+))?(?<path>/[^?#]*)?(?:\\?(?<query>[^#]*))?");

    static RequestLine parse(String line) throws BadRequest {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new BadRequest(400, "This is not an HTTP/1.1 request line.");
        }
        if (matcher.group("method").equals("CONNECT")) {
            throw new BadRequest(
                    405, "The sandbox has no TLS and opens no tunnels: use endpoints that start with http://.");
        }
        return parse(
                matcher.group("method"),
                matcher.group("target"),
                matcher.group("minor").equals("1"));
    }

    private static RequestLine parse(String method, String target, boolean keepsAlive) throws BadRequest {
        Matcher matcher = TARGET.matcher(target);
        if (!matcher.matches() || (matcher.group("authority") == null && matcher.group("path") == null)) {
            throw new BadRequest(400, "The request target is neither a path nor an http:// address.");
        }
        return new RequestLine(
                method,
                matcher.group("authority"),
                orElse(matcher.group("path"), "/"),
                orElse(matcher.group("query"), ""),
                keepsAlive);
    }

    private static String orElse(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}

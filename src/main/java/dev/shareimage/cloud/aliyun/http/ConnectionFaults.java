package dev.shareimage.cloud.aliyun.http;

import dev.shareimage.cloud.aliyun.http.TransportException.Outcome;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Explains why a connection failed: whether the fault is temporary, whether this machine's configuration must be
 * changed, and whether it is the proxy.
 */
final class ConnectionFaults {

    /** The JDK reports the proxy's refusal only in the text of its exception. */
    private static final Pattern TUNNEL_REFUSED =
            Pattern.compile("Unable to tunnel through proxy\\. Proxy returns \"HTTP/\\S+ (\\d{3}).*");

    private static final int PROXY_PASSWORD_WANTED = 407;

    private final String host;
    private final String port;
    private final @Nullable String proxy;

    /** @param proxy the proxy of the request, or {@link Proxy#NO_PROXY} */
    ConnectionFaults(URI uri, Proxy proxy) {
        this.host = uri.getHost();
        this.port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        this.proxy = proxy.address() instanceof InetSocketAddress address
                ? address.getHostString() + ":" + address.getPort()
                : null;
    }

    /**
     * Explains a failure.
     *
     * @param sent whether the other side may have received the request
     */
    TransportException explain(IOException e, boolean sent) {
        Outcome outcome = sent ? Outcome.SENT : Outcome.NOT_SENT;
        Matcher refused = TUNNEL_REFUSED.matcher(String.valueOf(e.getMessage()));
        if (refused.matches()) {
            return refusedByProxy(Integer.parseInt(refused.group(1)), e);
        }
        if (e instanceof SSLException) {
            return sent ? new TransportException("TlsFailed", noTls(reason(e)), outcome, e) : tls(e);
        }
        if (e instanceof SocketTimeoutException) {
            String what = sent ? host + " did not answer in time" : way() + " could not be reached in time";
            return new TransportException("Timeout", what, outcome, e);
        }
        if (e instanceof UnknownHostException) {
            return proxy == null
                    ? new TransportException("UnknownHost", "the name " + host + " cannot be resolved", outcome, e)
                    : new TransportException("ProxyFailed", way() + ": its name cannot be resolved", outcome, e);
        }
        if (e instanceof ConnectException) {
            return new TransportException(
                    proxy == null ? "ConnectionFailed" : "ProxyFailed", way() + " cannot be reached", outcome, e);
        }
        return new TransportException(
                "ConnectionFailed", "the connection to " + host + through() + " broke: " + reason(e), outcome, e);
    }

    /** Explains a refusal. If there is a password, it was already sent, so it is the wrong one. */
    private TransportException refusedByProxy(int status, IOException e) {
        if (status == PROXY_PASSWORD_WANTED) {
            return new TransportException(
                    "ProxyPassword",
                    way() + " requires a user name and a password, or rejects the ones in HTTPS_PROXY (HTTP 407)",
                    Outcome.BARRED,
                    e);
        }
        if (status >= 500) {
            return new TransportException(
                    "ProxyFailed", way() + " could not reach " + host + " (HTTP " + status + ")", Outcome.NOT_SENT, e);
        }
        return new TransportException(
                "ProxyForbids",
                way() + " does not allow connections to " + host + " (HTTP " + status + ")",
                Outcome.BARRED,
                e);
    }

    private TransportException tls(IOException e) {
        @Nullable Throwable root = rootOf(e);
        String text = String.valueOf(e.getMessage());
        if (root instanceof CertificateExpiredException || root instanceof CertificateNotYetValidException) {
            return barred("TlsExpired", "the certificate of " + host + port + " is not valid now", e);
        }
        if (root instanceof CertPathBuilderException || root instanceof CertPathValidatorException) {
            return barred(
                    "TlsUntrusted",
                    "the certificate of " + host + port + " is signed by an authority that is not trusted here",
                    e);
        }
        if (root instanceof GeneralSecurityException && text.startsWith("No ")) {
            return barred("TlsWrongHost", "the certificate that " + host + port + " shows is for another host", e);
        }
        if (text.startsWith("Unsupported or unrecognized SSL message")) {
            return barred("TlsMissing", "the server at " + host + port + " does not use TLS", e);
        }
        boolean error = e instanceof SSLHandshakeException && !(root instanceof EOFException);
        return new TransportException("TlsFailed", noTls(reason(e)), error ? Outcome.BARRED : Outcome.NOT_SENT, e);
    }

    private TransportException barred(String code, String message, IOException e) {
        return new TransportException(code, message + through() + ": " + reason(e), Outcome.BARRED, e);
    }

    private String noTls(String reason) {
        return "no secure connection to " + host + port + through() + ": " + reason;
    }

    /** The host or proxy that was connected to. */
    private String way() {
        return proxy == null ? host : "proxy " + proxy;
    }

    private String through() {
        return proxy == null ? "" : " through proxy " + proxy;
    }

    private static @Nullable Throwable rootOf(Throwable e) {
        Throwable cause = e;
        for (int depth = 0; cause.getCause() != null && depth < 16; depth++) {
            cause = cause.getCause();
        }
        return cause == e ? null : cause;
    }

    private static String reason(IOException e) {
        return Redaction.line(String.valueOf(e.getMessage()));
    }
}

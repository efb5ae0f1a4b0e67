package dev.shareimage.cloud.aliyun.http;

import dev.shareimage.domain.InvalidValueException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The trusted certificate authorities: those of the Java runtime, or those in the file that {@code SSL_CERT_FILE}
 * names, as in OpenSSL and Go. The file is read only for TLS, because that takes a tenth of a second.
 */
public final class TrustedAuthorities {

    private static final String VARIABLE = "SSL_CERT_FILE";

    /** Empty for the authorities of the Java runtime. */
    private final String file;

    private @Nullable SSLSocketFactory sockets;

    private TrustedAuthorities(String file) {
        this.file = file;
    }

    /** The authorities of the environment. Nothing is read yet. */
    public static TrustedAuthorities of(Map<String, String> environment) {
        return new TrustedAuthorities(environment.getOrDefault(VARIABLE, ""));
    }

    /**
     * Links the code of a TLS handshake up to the first message, and reads the authorities of the Java runtime. Nothing
     * is sent. At the first connection this takes more than a tenth of a second.
     *
     * @return the bytes of that message
     * @throws GeneralSecurityException if the Java runtime has no usable TLS
     * @throws SSLException if the message cannot be made
     */
    public static int warmUp() throws GeneralSecurityException, SSLException {
        SSLEngine client = SSLContext.getDefault().createSSLEngine();
        client.setUseClientMode(true);
        ByteBuffer message = ByteBuffer.allocate(client.getSession().getPacketBufferSize());
        return client.wrap(ByteBuffer.allocate(0), message).bytesProduced();
    }

    /**
     * Reads the file if one is named.
     *
     * @throws InvalidValueException if it cannot be used
     */
    public synchronized void load() {
        if (sockets == null && !file.isBlank()) {
            sockets = sockets(file);
        }
    }

    /**
     * Makes the connection accept only these authorities.
     *
     * @throws InvalidValueException if they cannot be read
     */
    synchronized void applyTo(HttpsURLConnection connection) {
        load();
        if (sockets != null) {
            connection.setSSLSocketFactory(sockets);
        }
    }

    private static SSLSocketFactory sockets(String file) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate certificate : certificates(file)) {
                store.setCertificateEntry(String.valueOf(store.size()), certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | InvalidPathException e) {
            throw new InvalidValueException(VARIABLE + ": " + file + " cannot be read");
        } catch (GeneralSecurityException e) {
            throw new InvalidValueException(VARIABLE + ": " + file + " is not a list of certificates (PEM)");
        }
    }

    private static Collection<? extends Certificate> certificates(String file)
            throws IOException, GeneralSecurityException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(Path.of(file)))) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(stream);
            if (certificates.isEmpty()) {
                throw new InvalidValueException(VARIABLE + ": there is no certificate in " + file);
            }
            return certificates;
        }
    }
}

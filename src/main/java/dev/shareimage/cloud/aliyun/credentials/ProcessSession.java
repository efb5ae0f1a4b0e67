package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A session that a program writes to its output; its command is split at white space, as the vendor's CLI does. */
record ProcessSession(Profile profile, String command) implements SessionCredentials.Session {

    private static final int SECONDS = 60;
    private static final int LARGEST = 64 * 1024;

    @Override
    public Credentials start() throws CloudException {
        try {
            return SessionJson.read(output());
        } catch (IOException e) {
            throw profile.problem("names a program that gave no credentials: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudException(Kind.INTERRUPTED, "Credentials", "Interrupted", "the run was interrupted");
        }
    }

    private String output() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command.strip().split("\\s+"))
                .redirectError(Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        try (InputStream output = process.getInputStream()) {
            byte[] bytes = output.readNBytes(LARGEST);
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("it failed");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } finally {
            process.destroy();
        }
    }
}

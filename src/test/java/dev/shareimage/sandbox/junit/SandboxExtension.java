package dev.shareimage.sandbox.junit;

import dev.shareimage.sandbox.RunningSandbox;
import dev.shareimage.sandbox.Sandbox;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A sandbox with a fresh world on a free port for each test. Register it on a field that is not static. Or use {@code
 * @ExtendWith} and take a {@link Sandbox} or a {@link RunningSandbox} as a parameter.
 */
public final class SandboxExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(SandboxExtension.class);

    /** A running sandbox and its world. */
    private record Started(Sandbox sandbox, RunningSandbox running) {}

    private @Nullable Started started;

    @Override
    public void beforeEach(ExtensionContext context) {
        Sandbox sandbox = Sandbox.inMemory();
        Started now = new Started(sandbox, sandbox.start(0));
        started = now;
        context.getStore(NAMESPACE).put(Started.class, now);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        context.getStore(NAMESPACE)
                .remove(Started.class, Started.class)
                .running()
                .close();
        started = null;
    }

    /** The address of this test's sandbox. */
    public URI uri() {
        return running().running().uri();
    }

    /** The environment of a program that uses the sandbox as the account that owns the images. */
    public Map<String, String> environment() {
        return sandbox().environment(uri());
    }

    /** The world of this test's sandbox, to prepare and inspect it. */
    public Sandbox sandbox() {
        return running().sandbox();
    }

    private Started running() {
        return Objects.requireNonNull(started, "a sandbox runs during a test");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Sandbox.class || type == RunningSandbox.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Started now = context.getStore(NAMESPACE).get(Started.class, Started.class);
        return parameter.getParameter().getType() == Sandbox.class ? now.sandbox() : now.running();
    }
}

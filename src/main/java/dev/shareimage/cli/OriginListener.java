package dev.shareimage.cli;

import dev.shareimage.cloud.CallerIdentity;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.aliyun.rpc.CallListener;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Passes on the origin of the credentials, and everything else to the audit log. */
record OriginListener(CallListener log, Consumer<Supplier<String>> origin) implements CallListener {

    @Override
    public void finished(FinishedCall call) {
        log.finished(call);
    }

    @Override
    public void admit(String action) throws CloudException {
        log.admit(action);
    }

    @Override
    public void identified(CallerIdentity caller) {
        log.identified(caller);
    }

    @Override
    public void authenticated(Supplier<String> place) {
        origin.accept(place);
    }
}

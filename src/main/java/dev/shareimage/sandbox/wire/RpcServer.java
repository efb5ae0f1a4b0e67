package dev.shareimage.sandbox.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.http.HttpHandler;
import dev.shareimage.sandbox.http.HttpRequest;
import dev.shareimage.sandbox.http.HttpResponse;
import dev.shareimage.sandbox.world.World;
import dev.shareimage.sandbox.world.WorldStore;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Answers RPC calls: decodes, authenticates, executes, encodes. */
public final class RpcServer implements HttpHandler {

    private static final Set<String> METHODS = Set.of("GET", "POST", "HEAD");

    private final Catalog catalog;
    private final WorldStore store;
    private final Authenticator authenticator;
    private final FaultInjector faults;
    private final CallLog log;
    private final Clock clock;
    private final String defaultRegion;

    /**
     * @param defaultRegion where calls work that name no region
     */
    public RpcServer(
            Catalog catalog,
            WorldStore store,
            Identities identities,
            FaultInjector faults,
            CallLog log,
            Clock clock,
            String defaultRegion) {
        this.catalog = catalog;
        this.store = store;
        this.authenticator = new Authenticator(store, identities);
        this.faults = faults;
        this.log = log;
        this.clock = clock;
        this.defaultRegion = defaultRegion;
    }

    @Override
    public HttpResponse handle(HttpRequest http) {
        Exchange exchange = new Exchange(RpcRequest.of(http), clock.instant());
        HttpResponse response = answer(exchange);
        log.add(exchange.entry(response, clock.instant()));
        return response;
    }

    private HttpResponse answer(Exchange exchange) {
        try {
            return process(exchange);
        } catch (ApiError error) {
            return exchange.error(error);
        } catch (UncheckedIOException disk) {
            return exchange.error(new ApiError(
                    503, "SandboxStateUnusable", "The sandbox cannot read or write its state: " + disk.getMessage()));
        } catch (RuntimeException | StackOverflowError defect) {
            return exchange.error(new ApiError(
                    500,
                    "InternalError",
                    "The request processing has failed due to a defect of the sandbox: "
                            + defect.getClass().getSimpleName() + "."));
        }
    }

    private HttpResponse process(Exchange exchange) throws ApiError {
        RpcRequest request = exchange.request();
        if (!METHODS.contains(request.http().method())) {
            throw new ApiError(405, "UnsupportedHTTPMethod", "This http method is not supported.");
        }
        Action action = action(exchange);
        RequestSignature signature = request.signature();
        Instant now = clock.instant();
        Caller caller = authenticator.authenticate(signature, now);
        exchange.comesFrom(caller);
        Parameters parameters = Catalog.businessParameters(action, request.parameters());
        InjectedFault fault = faults.inject(
                new Attempt(exchange.product(), action.name(), caller, signature.accessKeyId(), parameters, now));
        return carryOut(exchange, action, signature, parameters, fault);
    }

    private Action action(Exchange exchange) throws ApiError {
        RpcRequest request = exchange.request();
        String name = Mandatory.value(Map.of("Action", request.actionName()), "Action");
        String version = Mandatory.value(Map.of("Version", request.version()), "Version");
        exchange.concerns(catalog.product(version, request.host().product()));
        return catalog.action(version, name);
    }

    private HttpResponse carryOut(
            Exchange exchange, Action action, RequestSignature signature, Parameters parameters, InjectedFault fault)
            throws ApiError {
        pause(fault.delay());
        if (fault.instead().isPresent()) {
            return instead(exchange, fault.instead().get());
        }
        if (!fault.changes().isEmpty()) {
            store.<Boolean, RuntimeException>transact(world -> change(world, fault));
        }
        String region = exchange.request().region().orElse(defaultRegion);
        Instant now = clock.instant();
        Action.Handler handler = fault.around().apply(action.handler());
        ObjectNode answer = store.<ObjectNode, ApiError>transact(world -> {
            world.setMoment(now);
            Caller caller = authenticator.caller(world, signature, now);
            Call call = new Call(world, caller, region, parameters, now, fault.hints());
            return world.<ObjectNode, ApiError>seenWith(faults.settings(), seen -> handler.handle(call));
        });
        pause(fault.delayAfter());
        return exchange.success(answer).delivered(fault.delivery());
    }

    private static boolean change(World world, InjectedFault fault) {
        fault.changes().forEach(change -> change.accept(world));
        return true;
    }

    private static HttpResponse instead(Exchange exchange, InjectedFault.Instead instead) {
        if (instead instanceof InjectedFault.Instead.Raw raw) {
            return raw.response();
        }
        InjectedFault.Instead.Refused refused = (InjectedFault.Instead.Refused) instead;
        HttpResponse response = exchange.error(refused.error());
        return refused.retryAfterMillis().isEmpty()
                ? response
                : response.with(
                        "x-acs-retry-after",
                        Long.toString(refused.retryAfterMillis().getAsLong()));
    }

    private static void pause(Duration delay) {
        try {
            TimeUnit.NANOSECONDS.sleep(delay.toNanos());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.shareimage.sandbox.fault;

import dev.shareimage.sandbox.http.Delivery;
import dev.shareimage.sandbox.http.HttpResponse;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Hints;
import dev.shareimage.sandbox.wire.InjectedFault;
import dev.shareimage.sandbox.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;

/** Reads effects by their type. */
final class EffectReader {

    private static final String PROXY_PAGE =
            "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";

    private static final List<String> WHEN = List.of("before", "after");
    private static final List<String> OUTCOMES_OF_COPIES = List.of("fail", "hang");
    private static final List<String> KEY_STATES =
            List.of("Enabled", "Disabled", "PendingDeletion", "PendingImport", "Unavailable");
    private static final int MAX_STATUS = 599;

    private EffectReader() {}

    static Effect effect(Members members) {
        String type = members.text("type", "");
        Effect effect = switch (type) {
            case "latency" -> latency(members);
            case "throttle" -> throttle(members);
            case "error" -> error(members);
            case "html" -> html(members);
            case "reset" -> reset(members);
            case "truncate" -> delivered(new Delivery.Truncated(members.number("bytes", 20, 0)));
            case "drip" -> drip(members);
            case "rate-limit" -> rateCap(members);
            case "drop-accounts" -> hint(Hints.DROP_ACCOUNTS, members.text("accounts", "*"));
            case "association" -> association(members);
            case "lag" -> AnswerEffects.lag(members);
            case "hollow" -> AnswerEffects.hollow(members);
            case "total" -> AnswerEffects.total(members);
            case "vanish" -> vanish(members);
            case "image-copy" ->
                hint(
                        Hints.IMAGE_COPY,
                        members.oneOf("outcome", OUTCOMES_OF_COPIES).orElse("fail"));
            case "key-state" -> keyState(members);
            case "disable-access-key" ->
                attempt -> InjectedFault.change(world -> WorldChanges.disableAccessKey(world, attempt));
            case "expire-token" -> attempt -> InjectedFault.change(world -> WorldChanges.expireSession(world, attempt));
            default -> throw new IllegalArgumentException("there is no effect of type \"" + type + "\"");
        };
        members.requireAllRead();
        return effect;
    }

    private static Effect latency(Members members) {
        int least = members.number("millis", 0, 0);
        int most = members.number("upToMillis", least, least);
        boolean after = isAfter(members);
        return attempt -> {
            Duration delay = Duration.ofMillis(ThreadLocalRandom.current().nextLong(least, most + 1L));
            return after ? InjectedFault.delayAfter(delay) : InjectedFault.delay(delay);
        };
    }

    private static boolean isAfter(Members members) {
        return members.oneOf("when", WHEN).orElse("before").equals("after");
    }

    private static Effect throttle(Members members) {
        OptionalLong retryAfterMillis = members.number("retryAfterMillis");
        String code = members.text("code", "");
        int status = members.number("status", 400, 400, MAX_STATUS);
        return code.isEmpty()
                ? new Throttle(retryAfterMillis)
                : refused(Throttle.error(status, code), retryAfterMillis);
    }

    private static Effect error(Members members) {
        ApiError error = new ApiError(
                members.number("status", 500, 400, MAX_STATUS),
                members.text("code", "InternalError"),
                members.text("message", "The request processing has failed due to some unknown error."));
        return refused(error, members.number("retryAfterMillis"));
    }

    private static Effect html(Members members) {
        HttpResponse page = HttpResponse.of(
                members.number("status", 502, 200, MAX_STATUS), "text/html", members.text("body", PROXY_PAGE));
        return attempt -> InjectedFault.instead(new InjectedFault.Instead.Raw(page));
    }

    private static Effect reset(Members members) {
        if (isAfter(members)) {
            return delivered(new Delivery.Reset());
        }
        HttpResponse nothing = HttpResponse.text(500, "").delivered(new Delivery.Reset());
        return attempt -> InjectedFault.instead(new InjectedFault.Instead.Raw(nothing));
    }

    private static Effect drip(Members members) {
        return delivered(new Delivery.Dripping(
                members.number("bytes", 1, 1), Duration.ofMillis(members.number("pauseMillis", 50, 0))));
    }

    private static Effect rateCap(Members members) {
        double perSecond = members.fraction("perSecond", 10);
        members.require("perSecond", perSecond, perSecond > 0, "must be more than 0");
        return new RateCap(perSecond, Math.max(1, members.fraction("burst", perSecond)));
    }

    private static Effect association(Members members) {
        String outcome = members.oneOf("outcome", AssociationRules.FAILURES).orElse("hang");
        return AssociationRules.type(members)
                .map(type -> hint(Hints.association(type), outcome))
                .orElseGet(() -> hint(Hints.ASSOCIATION, outcome));
    }

    private static Effect vanish(Members members) {
        String kind = members.text("kind", "image");
        String key = members.requiredText("key");
        // An empty world knows the same kinds, and refuses others.
        new World().remove(kind, key);
        Optional<String> account = members.text("account");
        return attempt -> InjectedFault.change(world -> account.ifPresentOrElse(
                accountId -> WorldChanges.unshare(world, key, accountId), () -> world.remove(kind, key)));
    }

    private static Effect keyState(Members members) {
        String keyId = members.requiredText("keyId");
        String state = members.oneOf("state", KEY_STATES).orElse("Disabled");
        return attempt -> InjectedFault.change(world -> WorldChanges.setKeyState(world, keyId, state));
    }

    private static Effect refused(ApiError error, OptionalLong retryAfterMillis) {
        return attempt -> InjectedFault.instead(new InjectedFault.Instead.Refused(error, retryAfterMillis));
    }

    private static Effect hint(String name, String value) {
        return attempt -> InjectedFault.hint(name, value);
    }

    private static Effect delivered(Delivery delivery) {
        return attempt -> InjectedFault.delivered(delivery);
    }
}

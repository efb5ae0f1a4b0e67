package dev.shareimage.sandbox.fault;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.shareimage.sandbox.wire.HostName;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads plans. An unknown member is an error, because a misspelled fault would make a test pass. */
final class FaultPlanReader {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private FaultPlanReader() {}

    static FaultPlan read(String json) {
        JsonNode tree = tree(json);
        Members plan = new Members("plan", tree);
        long seed = plan.number("seed").orElse(0);
        SettingsChange settings = settings(plan.object("settings"));
        ImageSettingsChange imageSettings = ImageSettingsChange.read(plan.object("imageSettings"));
        List<FaultRule> rules = new ArrayList<>();
        plan.objects("rules").orElse(List.of()).forEach(rule -> rules.add(rule(rule)));
        plan.requireAllRead();
        return new FaultPlan(seed, settings, imageSettings, rules);
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException broken) {
            @Nullable JsonLocation place = broken.getLocation();
            throw new IllegalArgumentException(
                    place == null
                            ? "not JSON: " + broken.getOriginalMessage()
                            : "not JSON from line " + place.getLineNr() + ", column " + place.getColumnNr(),
                    broken);
        }
    }

    private static SettingsChange settings(Members members) {
        OptionalLong limit = members.number("trustDocumentLimit");
        SettingsChange change = new SettingsChange(
                members.number("ramReadLagMillis"),
                members.number("ramEffectLagMillis"),
                members.number("associationDelayMillis"),
                members.oneOf("associationFailure", AssociationRules.FAILURES),
                limit.isPresent() ? OptionalInt.of(Math.toIntExact(limit.getAsLong())) : OptionalInt.empty(),
                members.objects("associations").map(AssociationRules::read));
        members.requireAllRead();
        return change;
    }

    /** The name of a product in any case, or a pattern that matches some names. */
    private static String product(Members members) {
        String pattern = members.text("product", "*");
        return members.require(
                "product",
                pattern,
                HostName.products().stream().anyMatch(product -> CallMatch.matchesProduct(pattern, product)),
                "must match one of " + String.join(", ", HostName.products()));
    }

    private static FaultRule rule(Members members) {
        CallMatch match = new CallMatch(
                product(members),
                members.text("action", "*"),
                members.text("caller", "*"),
                members.object("parameters").texts());
        Occurrence occurrence = new Occurrence(
                members.number("from", 1, 1),
                members.number("count", Integer.MAX_VALUE, 0),
                members.number("every", 1, 1),
                members.fraction("probability", 1, 0, 1));
        FaultRule rule = new FaultRule(match, occurrence, EffectReader.effect(members.object("effect")));
        members.requireAllRead();
        return rule;
    }
}

package dev.shareimage.resilience;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import dev.shareimage.sandbox.RpcAnswer;
import dev.shareimage.sandbox.RpcClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Another program that adds statements to the same trust policy and shares no code with this one. It reads, appends,
 * writes the whole document, reads again after a while, and continues with the next statement when its own is present.
 */
final class ForeignEditor {

    private static final String ROLE = "AliyunECSShareEncryptImageDefaultRole";

    /** The same as the program's settle time. */
    private static final Duration SETTLE = Duration.ofSeconds(3);

    private final RpcClient client;
    private final Random random;
    private final CountDownLatch leave = new CountDownLatch(1);
    private final List<String> added = new ArrayList<>();
    private int writes;

    ForeignEditor(RpcClient client, long seed) {
        this.client = client;
        this.random = new Random(seed);
    }

    /** Has members that no version of the program knows. */
    static String statement(String sid) {
        return "{\"Sid\":\"" + sid + "\",\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\","
                + "\"Principal\":{\"RAM\":[\"acs:ram::1000000000000001:user/" + sid + "\"]},\"X-Note\":{\"n\":1.50}}";
    }

    /**
     * Waits for the statement of this id. Then adds statements until {@link #leave} is called, and makes sure that the
     * last one is present.
     */
    void work(String first) throws Exception {
        while (!isPresent(first)) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        do {
            String sid = "editor-" + added.size();
            added.add(sid);
            while (!isPresent(sid)) {
                append(sid);
                leave.await(SETTLE.toMillis() + random.nextInt(500), TimeUnit.MILLISECONDS);
                if (isLeaving()) {
                    TimeUnit.MILLISECONDS.sleep(SETTLE.toMillis());
                }
            }
        } while (!leave.await(random.nextInt(300), TimeUnit.MILLISECONDS));
    }

    void leave() {
        leave.countDown();
    }

    /** The ids of its statements, each once. */
    List<String> added() {
        return added;
    }

    /** How often it wrote the document for them. */
    int writes() {
        return writes;
    }

    /** Replaces the document. */
    static void put(RpcClient client, String document) {
        RpcAnswer answer = client.ram("UpdateRole", "RoleName", ROLE, "NewAssumeRolePolicyDocument", document);
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.body());
        }
    }

    static JsonNode read(RpcClient client) throws JsonException {
        return document(client.ram("GetRole", "RoleName", ROLE));
    }

    private static JsonNode document(RpcAnswer role) throws JsonException {
        return Json.parse(role.text("/Role/AssumeRolePolicyDocument"));
    }

    private boolean isLeaving() {
        return leave.getCount() == 0;
    }

    private boolean isPresent(String sid) throws JsonException {
        RpcAnswer role = client.ram("GetRole", "RoleName", ROLE);
        return role.status() == 200 && sids(document(role)).contains(sid);
    }

    static List<String> sids(JsonNode document) {
        List<String> sids = new ArrayList<>();
        document.path("Statement")
                .forEach(statement -> sids.add(statement.path("Sid").asText()));
        return sids;
    }

    private void append(String sid) throws Exception {
        ObjectNode document = (ObjectNode) read(client);
        if (sids(document).contains(sid)) {
            return;
        }
        ((ArrayNode) document.path("Statement")).add(Json.parse(statement(sid)));
        TimeUnit.MILLISECONDS.sleep(random.nextInt(300));
        put(client, Json.write(document));
        writes++;
    }
}

package dev.shareimage.resilience;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Corrupts answers at random. The seed decides what is changed and where, and repeats it. */
final class Mutations implements TamperingProxy.AnswerChange {

    private static final String PLACE = "\"\u2603PLACE\u2603\"";
    private static final int LARGE = 20_000_000;

    private static final List<String> ACTIONS = List.of(
            "GetCallerIdentity",
            "DescribeImages",
            "DescribeImageSharePermission",
            "DescribeSnapshots",
            "DescribeKey",
            "GetRole",
            "CreateRole",
            "UpdateRole",
            "AttachPolicyToRole",
            "ListPoliciesForRole",
            "ModifyImageSharePermission",
            "ListResourceShares",
            "ListResourceShareAssociations",
            "CreateResourceShare",
            "AssociateResourceShare",
            "GetResourceDirectory",
            "GetAccount",
            "GetFolder",
            "ListAncestors",
            "DescribeRegions",
            "GetProductQuota",
            "ListKeys");

    private static final List<String> DOCUMENTS = List.of(
            "",
            "not JSON",
            "%7B%22Statement%22%3A%5B%5D%7D",
            "[]",
            "{}",
            "null",
            "{\"Statement\":\"x\"}",
            "{\"Statement\":[1,null]}",
            "{\"Statement\":{\"Effect\":[],\"Action\":{},\"Principal\":[[]],\"Condition\":7}}",
            "{\"Version\":{},\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":{\"Service\":"
                    + "[1,null,{\"a\":[]},\"2000000000000002@ecs.aliyuncs.com\",\"\\u001b[31mx\"],\"RAM\":{}},"
                    + "\"Condition\":{\"StringLike\":[1],\"StringEquals\":{\"sts:ServiceOwnerRDId\":{\"x\":1}}}}]}",
            "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"" + "*a?".repeat(2000) + "\",\"Principal\":\"*\"}]}",
            "{\"Statement\":[" + "{},".repeat(20_000) + "{}]}",
            "{\"Statement\":" + "[".repeat(10_000),
            "{\"Statement\":[{\"Effect\":\"Allow\",\"Effect\":\"Deny\"}]}",
            "\u0000\u001B[2J");

    private final long seed;
    private final URI elsewhere;
    private final List<String> changed = new ArrayList<>();
    private final AtomicLong counter = new AtomicLong();
    private final int manner;
    private final String only;

    /** @param elsewhere the target of redirects */
    Mutations(long seed, URI elsewhere) {
        Random random = new Random(seed);
        this.seed = seed;
        this.elsewhere = elsewhere;
        this.manner = random.nextInt(20);
        // A third of the seeds corrupts all answers, a third one action, and a third all but the run's first call.
        this.only = switch (random.nextInt(3)) {
            case 0 -> "";
            case 1 -> ACTIONS.get(random.nextInt(ACTIONS.size()));
            default -> "!GetCallerIdentity";
        };
    }

    @Override
    public Reply change(String action, Map<String, String> parameters, Reply answer) {
        boolean meant = only.isEmpty() || (only.startsWith("!") ? !only.endsWith(action) : only.equals(action));
        return meant ? change(action, answer) : answer;
    }

    private Reply change(String action, Reply answer) {
        synchronized (changed) {
            changed.add(action);
        }
        Random random = new Random(seed * 31 + action.hashCode());
        return switch (manner) {
            case 0 -> answer.withBody(cut(answer.body(), random));
            case 1 -> answer.withBody(flipped(answer.body(), random));
            case 2 -> length(answer, random);
            case 3 -> encoded(answer, random);
            case 4 -> redirected(answer, random);
            case 5 -> status(answer, random);
            case 6 -> error(random);
            case 7 -> whole(random);
            case 8 -> pages(answer, random);
            case 9, 10 -> document(answer, random);
            case 11 -> repeated(answer);
            case 12, 13 -> dressedUp(answer, random);
            default -> members(answer, random);
        };
    }

    /** The number and kind of the corrupted answers, for messages. */
    @Override
    public String toString() {
        synchronized (changed) {
            return "manner " + manner + ", meant '" + only + "', changed "
                    + changed.stream().limit(20).toList();
        }
    }

    private static byte[] cut(byte[] body, Random random) {
        return Arrays.copyOf(body, random.nextInt(Math.max(1, body.length)));
    }

    private static byte[] flipped(byte[] body, Random random) {
        byte[] other = body.clone();
        for (int i = 0; i < 1 + random.nextInt(8) && other.length > 0; i++) {
            other[random.nextInt(other.length)] = (byte) random.nextInt(256);
        }
        return other;
    }

    private static Reply length(Reply answer, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> answer.with("Content-Length", "0");
            case 1 -> answer.with("Content-Length", Integer.toString(answer.body().length / 2));
            case 2 -> answer.with("Content-Length", Integer.toString(answer.body().length + 100));
            case 3 -> answer.with("Content-Length", "-5");
            case 4 -> answer.with("Content-Length", "99999999999999999999");
            default -> answer.with("Transfer-Encoding", "chunked");
        };
    }

    private static Reply encoded(Reply answer, Random random) {
        return answer.with("Content-Encoding", random.nextBoolean() ? "gzip" : "br")
                .with("Content-Type", "text/html; charset=utf-16");
    }

    private Reply redirected(Reply answer, Random random) {
        int status = List.of(301, 302, 303, 307, 308).get(random.nextInt(5));
        return answer.withStatusLine("HTTP/1.1 " + status + " Elsewhere")
                .with("Location", elsewhere.toString())
                .with("Refresh", "0; url=" + elsewhere);
    }

    private static Reply status(Reply answer, Random random) {
        return answer.withStatusLine(List.of(
                        "HTTP/1.1 204 No Content",
                        "HTTP/1.1 400 Bad Request",
                        "HTTP/1.1 401 Unauthorized",
                        "HTTP/1.1 403 Forbidden",
                        "HTTP/1.1 404 Not Found",
                        "HTTP/1.1 407 Proxy Authentication Required",
                        "HTTP/1.1 418 \u001B[31mTeapot",
                        "HTTP/1.1 500 Internal Server Error",
                        "HTTP/1.1 999 Unknown",
                        "HTTP/1.1 000 Zero",
                        "HTTP/1.1 -1 Negative",
                        "HTTP/9.9 200",
                        "\u001B[2J",
                        "")
                .get(random.nextInt(14)));
    }

    private Reply error(Random random) {
        Junk junk = new Junk(random);
        int status = List.of(200, 400, 403, 404, 409, 429, 500, 503).get(random.nextInt(8));
        String nasty = Junk.quoted(Junk.NASTY);
        List<String> codes = List.of(
                "\"Throttling\"",
                "\"NoPermission\"",
                "\"EntityNotExist.Role\"",
                "\"AssumeRoleError\"",
                "\"InvalidAccount.NotFound\"",
                "\"InvalidSecurityToken.Expired\"",
                "\"InvalidTimeStamp.Expired\"",
                nasty);
        String code = codes.get(random.nextInt(codes.size()));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("{\"Code\":" + code + ",\"Message\":" + nasty + ",\"RequestId\":" + nasty + ",\"Recommend\":\""
                        + elsewhere + "\",\"AccessDeniedDetail\":")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(
                random.nextBoolean()
                        ? ("{\"AuthAction\":" + nasty + "}").getBytes(StandardCharsets.UTF_8)
                        : junk.value());
        body.write('}');
        return Reply.of(status, body.toByteArray())
                .with("Date", random.nextBoolean() ? "Thu, 01 Jan 1970 00:00:00 GMT" : "yesterday")
                .with("x-acs-request-id", "\u001B[31m")
                .with("x-acs-retry-after", random.nextBoolean() ? "99999999999" : "-1");
    }

    private static Reply whole(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> Reply.of(200, "");
            case 1 -> Reply.of(200, "null");
            case 2 -> Reply.of(200, "[]");
            case 3 -> Reply.of(200, "<!DOCTYPE html><html>\u001B[2J<script>alert(1)</script></html>");
            case 4 -> Reply.of(200, "{\"RequestId\":\"R\",\"Padding\":\"" + "x".repeat(LARGE) + "\"}");
            case 5 -> Reply.of(200, "[".repeat(LARGE));
            case 6 -> Reply.of(500, "x".repeat(LARGE));
            case 7 -> Reply.of(200, "\uFEFF{}");
            default -> Reply.of(502, "<Error><Code>\u001B[2J</Code><Message>" + Junk.NASTY + "</Message></Error>");
        };
    }

    private Reply pages(Reply answer, Random random) {
        if (!(tree(answer) instanceof ObjectNode tree)) {
            return answer;
        }
        boolean fresh = random.nextBoolean();
        String token = fresh ? "next-" + counter.incrementAndGet() : "next";
        tree.put("NextToken", token).put("IsTruncated", true).put("Marker", token);
        if (random.nextBoolean()) {
            tree.put("TotalCount", random.nextBoolean() ? 0 : 1_000_000_000);
            tree.put("PageNumber", -1).put("PageSize", 0);
        }
        return answer.withBody(Json.write(tree));
    }

    private static Reply document(Reply answer, Random random) {
        JsonNode tree = tree(answer);
        if (!(tree.path("Role") instanceof ObjectNode role)) {
            return members(answer, random);
        }
        String document = DOCUMENTS.get(random.nextInt(DOCUMENTS.size()));
        String before = role.path("AssumeRolePolicyDocument").asText();
        role.put(
                "AssumeRolePolicyDocument",
                switch (random.nextInt(6)) {
                    case 0 -> URLEncoder.encode(before, StandardCharsets.UTF_8);
                    case 1 -> Base64.getEncoder().encodeToString(before.getBytes(StandardCharsets.UTF_8));
                    default -> document;
                });
        return answer.withBody(Json.write(tree));
    }

    /** Repeats the first entry of a list a thousand times. */
    private static Reply repeated(Reply answer) {
        JsonNode tree = tree(answer);
        for (JsonNode parent : containers(tree, new ArrayList<>())) {
            if (parent instanceof ArrayNode list && !list.isEmpty() && list.size() < 1000) {
                JsonNode first = list.get(0);
                for (int i = 0; i < 1000; i++) {
                    list.add(first);
                }
                break;
            }
        }
        return answer.withBody(Json.write(tree));
    }

    /** Appends terminal escapes to names and other texts. Ids are unchanged. */
    private static Reply dressedUp(Reply answer, Random random) {
        JsonNode tree = tree(answer);
        boolean all = random.nextBoolean();
        for (JsonNode parent : containers(tree, new ArrayList<>())) {
            if (parent instanceof ObjectNode object) {
                for (String name : names(object)) {
                    boolean said =
                            name.matches("(Image|Display|ResourceShare|RegionLocal|LocalName|.*Message).*|Description");
                    if (object.path(name).isTextual()
                            && !name.endsWith("Id")
                            && (said || all && random.nextInt(4) == 0)) {
                        object.put(name, object.path(name).asText() + Junk.NASTY);
                    }
                }
            }
        }
        return answer.withBody(Json.write(tree));
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Reply members(Reply answer, Random random) {
        JsonNode tree = tree(answer);
        Junk junk = new Junk(random);
        byte[] body = answer.body();
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            List<JsonNode> containers = containers(tree, new ArrayList<>());
            if (containers.isEmpty()) {
                return answer;
            }
            JsonNode parent = containers.get(random.nextInt(containers.size()));
            body = member(tree, parent, junk, random);
        }
        return answer.withBody(body);
    }

    private static byte[] member(JsonNode tree, JsonNode parent, Junk junk, Random random) {
        String place = PLACE.substring(1, PLACE.length() - 1);
        byte[] value = junk.value();
        if (parent instanceof ArrayNode list) {
            int index = random.nextInt(list.size());
            list.set(index, Json.array().textNode(place));
        } else if (parent instanceof ObjectNode object) {
            List<String> names = names(object);
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(5)) {
                case 0 -> object.remove(name);
                case 1 -> object.put(Junk.NASTY, place);
                default -> object.put(name, place);
            }
        }
        return inserted(Json.write(tree), value);
    }

    private static byte[] inserted(String text, byte[] value) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String rest = text;
        for (int at = rest.indexOf(PLACE); at >= 0; at = rest.indexOf(PLACE)) {
            body.writeBytes(rest.substring(0, at).getBytes(StandardCharsets.UTF_8));
            body.writeBytes(value);
            rest = rest.substring(at + PLACE.length());
        }
        body.writeBytes(rest.getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static List<JsonNode> containers(JsonNode node, List<JsonNode> found) {
        if (node.isContainerNode() && !node.isEmpty()) {
            found.add(node);
            node.forEach(child -> containers(child, found));
        }
        return found;
    }

    private static JsonNode tree(Reply answer) {
        try {
            return Json.parse(answer.text());
        } catch (JsonException e) {
            return Json.object();
        }
    }
}

package dev.shareimage.domain.trust;

import dev.shareimage.domain.ShareTarget;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Makes random trust policies and targets from a seed. */
final class Generator {

    private final Random random;

    Generator(long seed) {
        this.random = new Random(seed);
    }

    /** Few ids, so that targets often occur in policies. */
    ShareTarget target() {
        return switch (random.nextInt(4)) {
            case 0 -> new ShareTarget.ResourceDirectory(new dev.shareimage.domain.DirectoryId("rd-" + number()));
            case 1 -> Golden.folder("rd-" + number() + "/r-1/fd-" + number() + (random.nextBoolean() ? "" : "/fd-9"));
            default -> Golden.account("200000000000000" + number());
        };
    }

    List<ShareTarget> targets() {
        return IntStream.range(0, random.nextInt(4)).mapToObj(i -> target()).toList();
    }

    /**
     * A policy with statements of this program, statements of others and invalid statements. It never allows any
     * account.
     */
    TrustPolicy policy() {
        List<Supplier<String>> statements = List.of(
                () -> Golden.accounts("200000000000000" + number(), "200000000000000" + number()),
                () -> Golden.accounts("200000000000000" + number())
                        .replace("[", "")
                        .replace("]", ""),
                () -> Golden.accounts("200000000000000" + number()).replace("Allow", "Deny"),
                () -> Golden.accounts("200000000000000" + number(), "200000000000000" + number())
                        .replace("]", "," + odd() + "]"),
                () -> Golden.accounts("200000000000000" + number()).replace("\"Service\"", "\"RAM\":\"r\",\"Service\""),
                () -> Golden.anyone("{\"StringEquals\":{\"sts:ServiceOwnerRDId\":[\"rd-" + number() + "\",\"rd-7\"]}}"),
                () -> Golden.anyone("{\"StringLike\":{\"sts:ServiceOwnerRDPath\":\"rd-" + number() + "/r-1/fd-"
                        + number() + "*\"}}"),
                () ->
                        "{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":{\"RAM\":[\"acs:ram::1:root\"]},"
                                + "\"Opaque\":" + random.nextInt(1000) + ".50}");
        String[] chosen = IntStream.range(0, random.nextInt(6))
                .mapToObj(i -> statements.get(random.nextInt(statements.size())).get())
                .toArray(String[]::new);
        return Golden.policy(chosen);
    }

    /** Values that no cloud puts into a list of names, but another program may. */
    private String odd() {
        return List.of("7.50", "null", "{\"Opaque\":[1,{}]}", "[\"2000000000000009@ecs.aliyuncs.com\"]", "true")
                .get(random.nextInt(5));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private int number() {
        return random.nextInt(4);
    }
}

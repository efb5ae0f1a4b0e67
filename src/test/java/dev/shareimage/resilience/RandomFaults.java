package dev.shareimage.resilience;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The faults of one run, chosen at random from all kinds that end by themselves. */
final class RandomFaults {

    /** No faults. */
    static final String NONE = "{}";

    private static final List<String> OF_ROLES = List.of(
            "GetRole", "ListPoliciesForRole", "CreateRole", "UpdateRole", "UpdateRole", "AttachPolicyToRole", "*");

    private static final List<String> OF_IMAGES = List.of(
            "DescribeImages",
            "DescribeImageSharePermission",
            "ModifyImageSharePermission",
            "ModifyImageSharePermission",
            "Describe*");

    private static final List<String> OF_GROUPS = List.of(
            "*ResourceShare*",
            "ListResourceShares",
            "ListResourceShareAssociations",
            "ListResourceShareAssociations",
            "CreateResourceShare",
            "AssociateResourceShare",
            "DisassociateResourceShare",
            "DeleteResourceShare");

    private RandomFaults() {}

    /** Mostly for calls that the command makes. */
    static String plan(Random random, RandomCommand command) {
        if (random.nextInt(8) == 0) {
            return NONE;
        }
        List<String> actions = new ArrayList<>(OF_ROLES);
        if (!command.images().isEmpty()) {
            actions.addAll(OF_IMAGES);
            actions.addAll(
                    command.targets().stream().allMatch(Recipient::isAccount) ? OF_GROUPS.subList(0, 3) : OF_GROUPS);
        }
        List<String> rules = new ArrayList<>();
        for (int number = 1 + random.nextInt(3); number > 0; number--) {
            rules.add("{'action':'" + actions.get(random.nextInt(actions.size())) + "'," + occurrence(random)
                    + ",'effect':" + effect(random) + "}");
        }
        if (random.nextInt(5) == 0) {
            int millis = List.of(30, 100, 400, 1500).get(random.nextInt(4));
            rules.add("{'product':'" + List.of("Ecs", "Ram", "ResourceSharing").get(random.nextInt(3))
                    + "','effect':{'type':'lag','millis':" + millis + "}}");
        }
        return "{'seed':" + random.nextInt(1000) + ",'settings':{" + String.join(",", settings(random)) + "},'rules':["
                + String.join(",", rules) + "]}";
    }

    private static List<String> settings(Random random) {
        List<String> settings = new ArrayList<>();
        if (random.nextInt(6) == 0) {
            settings.add("'ramReadLagMillis':" + random.nextInt(300));
        }
        if (random.nextInt(6) == 0) {
            settings.add("'ramEffectLagMillis':" + random.nextInt(600));
        }
        if (random.nextInt(3) == 0) {
            settings.add("'associations':[{" + (random.nextInt(3) == 0 ? "" : "'of':'" + kind(random) + "',")
                    + (random.nextBoolean() ? "'operation':'Disassociate'," : "")
                    + "'delayMillis':" + (1 + random.nextInt(300))
                    + (random.nextBoolean() ? "" : ",'failure':'" + failure(random) + "'") + "}]");
        }
        settings.add("'associationDelayMillis':" + random.nextInt(60));
        return settings;
    }

    private static String kind(Random random) {
        return random.nextBoolean() ? "Resource" : "Target";
    }

    private static String failure(Random random) {
        return List.of("hang", "LimitExceeded", "UnsupportedOperation", "InternalError")
                .get(random.nextInt(4));
    }

    private static String occurrence(Random random) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> "'from':" + (1 + random.nextInt(4)) + ",'count':1";
            case 2 -> "'every':" + (1 + random.nextInt(4)) + ",'count':" + (1 + random.nextInt(6));
            case 3 -> "'probability':0." + (1 + random.nextInt(6));
            default -> "'from':" + (1 + random.nextInt(8));
        };
    }

    private static String effect(Random random) {
        List<String> effects = List.of(
                "{'type':'latency','millis':0,'upToMillis':60}",
                "{'type':'latency','millis':0,'upToMillis':60,'when':'after'}",
                "{'type':'throttle'}",
                "{'type':'throttle','retryAfterMillis':20}",
                "{'type':'error'}",
                "{'type':'error','status':503,'code':'ServiceUnavailable'}",
                "{'type':'error','status':409,'code':'OperationConflict'}",
                "{'type':'error','status':403,'code':'NoPermission'}",
                "{'type':'error','status':404,'code':'InvalidImageId.NotFound'}",
                "{'type':'error','status':404,'code':'EntityNotExist.Role'}",
                "{'type':'error','status':400,'code':'SomethingElse'}",
                "{'type':'reset'}",
                "{'type':'reset','when':'after'}",
                "{'type':'reset','when':'after'}",
                "{'type':'truncate','bytes':" + random.nextInt(90) + "}",
                "{'type':'drip','bytes':50,'pauseMillis':2}",
                "{'type':'html'}",
                "{'type':'html','status':200}",
                "{'type':'hollow'}",
                "{'type':'hollow','without':'Accounts'}",
                "{'type':'hollow','without':'TotalCount'}",
                "{'type':'hollow','without':'ResourceShareAssociations'}",
                "{'type':'total','value':" + random.nextInt(3) + "}",
                "{'type':'total','less':1}",
                "{'type':'drop-accounts','accounts':'2000000000000003'}",
                "{'type':'drop-accounts'}",
                "{'type':'association','outcome':'" + failure(random) + "'}",
                "{'type':'association','of':'" + kind(random) + "','outcome':'" + failure(random) + "'}",
                "{'type':'rate-limit','perSecond':40,'burst':5}");
        return effects.get(random.nextInt(effects.size()));
    }
}

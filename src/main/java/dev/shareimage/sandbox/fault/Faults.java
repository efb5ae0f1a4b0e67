package dev.shareimage.sandbox.fault;

import dev.shareimage.sandbox.wire.Attempt;
import dev.shareimage.sandbox.wire.FaultInjector;
import dev.shareimage.sandbox.wire.InjectedFault;
import dev.shareimage.sandbox.world.ImageSettings;
import dev.shareimage.sandbox.world.Settings;
import dev.shareimage.sandbox.world.World;
import dev.shareimage.sandbox.world.WorldStore;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The active plan and its progress. */
public final class Faults implements FaultInjector {

    private final WorldStore store;
    private volatile Course course = Course.of(FaultPlan.NONE);
    private @Nullable Settings untouched;
    private @Nullable ImageSettings untouchedImages;

    public Faults(WorldStore store) {
        this.store = store;
    }

    /** Activates a plan from its beginning. Settings that the earlier plan changed are reset. */
    public synchronized void follow(FaultPlan plan) {
        store.<Settings, RuntimeException>transact(world -> change(world, plan));
        course = Course.of(plan);
    }

    /** Starts the same plan again, in a new world. */
    public synchronized void followAgain() {
        untouched = null;
        untouchedImages = null;
        follow(course.plan());
    }

    @Override
    public InjectedFault inject(Attempt attempt) {
        return course.inject(attempt);
    }

    private Settings change(World world, FaultPlan plan) {
        Settings former = untouched;
        if (former == null) {
            former = world.settings();
            untouched = former;
        }
        Settings changed = plan.settings().applied(former);
        if (!changed.equals(world.settings())) {
            world.setSettings(changed);
        }
        changeImages(world, plan);
        return changed;
    }

    private void changeImages(World world, FaultPlan plan) {
        ImageSettings former = untouchedImages;
        if (former == null) {
            former = world.imageSettings();
            untouchedImages = former;
        }
        ImageSettings changed = plan.imageSettings().applied(former);
        if (!changed.equals(world.imageSettings())) {
            world.setImageSettings(changed);
        }
    }

    /** A plan with the number of matching calls so far, by rule. */
    private record Course(FaultPlan plan, List<AtomicInteger> matches) {

        static Course of(FaultPlan plan) {
            return new Course(
                    plan, plan.rules().stream().map(rule -> new AtomicInteger()).toList());
        }

        InjectedFault inject(Attempt attempt) {
            return IntStream.range(0, matches.size())
                    .mapToObj(index -> inject(index, attempt))
                    .reduce(InjectedFault.NONE, InjectedFault::and);
        }

        private InjectedFault inject(int index, Attempt attempt) {
            FaultRule rule = plan.rules().get(index);
            if (!rule.match().matches(attempt)) {
                return InjectedFault.NONE;
            }
            int number = matches.get(index).incrementAndGet();
            return rule.occurrence().includes(number, plan.seed() * 31 + index)
                    ? rule.effect().on(attempt)
                    : InjectedFault.NONE;
        }
    }
}

package dev.shareimage.sandbox.fault;

import dev.shareimage.sandbox.wire.Attempt;
import dev.shareimage.sandbox.wire.FaultInjector;
import dev.shareimage.sandbox.wire.InjectedFault;
import dev.shareimage.sandbox.world.SettingsView;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** The active plan and its progress. */
public final class Faults implements FaultInjector {

    private volatile Course course = Course.of(FaultPlan.NONE);

    /** Activates a plan from its beginning. */
    public void follow(FaultPlan plan) {
        course = Course.of(plan);
    }

    /** Starts the same plan again, in a new world. */
    public void followAgain() {
        follow(course.plan());
    }

    /** Those of the plan. They are not stored in the world, so they end with the plan or with the process. */
    @Override
    public SettingsView settings() {
        FaultPlan plan = course.plan();
        return new SettingsView(plan.settings()::applied, plan.imageSettings()::applied);
    }

    @Override
    public InjectedFault inject(Attempt attempt) {
        return course.inject(attempt);
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

package dev.shareimage;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** The direction of the dependencies between packages: cli, app, cloud, domain. The sandbox depends on none of them. */
@AnalyzeClasses(packages = "dev.shareimage", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ALL = "dev.shareimage..";
    private static final String CLI = "dev.shareimage.cli..";
    private static final String APP = "dev.shareimage.app..";
    private static final String LIBRARY = "dev.shareimage.library..";
    private static final String CLOUD = "dev.shareimage.cloud..";
    private static final String ALIYUN = "dev.shareimage.cloud.aliyun..";
    private static final String HTTP = "dev.shareimage.cloud.aliyun.http..";
    private static final String DOMAIN = "dev.shareimage.domain..";
    private static final String JSON = "dev.shareimage.domain.json..";
    private static final String SANDBOX = "dev.shareimage.sandbox..";

    private static final DescribedPredicate<JavaClass> PORTS =
            resideInAPackage(CLOUD).and(not(resideInAPackage(ALIYUN))).as("the ports");

    @ArchTest
    static final ArchRule JSON_IS_A_LEAF = onlySees(resideInAPackage(JSON), resideInAPackage(JSON));

    @ArchTest
    static final ArchRule DOMAIN_SEES_ONLY_ITSELF = onlySees(resideInAPackage(DOMAIN), resideInAPackage(DOMAIN));

    @ArchTest
    static final ArchRule PORTS_SPEAK_IN_DOMAIN_WORDS = onlySees(PORTS, PORTS.or(resideInAPackage(DOMAIN)));

    @ArchTest
    static final ArchRule ADAPTERS_SEE_PORTS_AND_DOMAIN =
            onlySees(resideInAPackage(ALIYUN), resideInAnyPackage(CLOUD, DOMAIN));

    @ArchTest
    static final ArchRule APP_SEES_PORTS_AND_DOMAIN =
            onlySees(resideInAPackage(APP), PORTS.or(resideInAnyPackage(APP, DOMAIN)));

    @ArchTest
    static final ArchRule LIBRARY_ASSEMBLES_USE_CASES_AND_ADAPTERS =
            onlySees(resideInAPackage(LIBRARY), resideInAnyPackage(LIBRARY, APP, CLOUD, DOMAIN));

    @ArchTest
    static final ArchRule SANDBOX_SHARES_NO_CODE = onlySees(resideInAPackage(SANDBOX), resideInAPackage(SANDBOX));

    @ArchTest
    static final ArchRule ONLY_CLI_STARTS_THE_SANDBOX = classes()
            .that(resideInAPackage(SANDBOX))
            .should()
            .onlyBeAccessed()
            .byAnyPackage(CLI, SANDBOX)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NOBODY_SEES_THE_COMMAND_LINE_BUT_MAIN = classes()
            .that(resideInAPackage(CLI))
            .should()
            .onlyBeAccessed()
            .byAnyPackage("dev.shareimage", CLI)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ONLY_THE_ADAPTERS_SEE_THE_SDK = noClasses()
            .that()
            .resideOutsideOfPackage(ALIYUN)
            .should()
            .dependOnClassesThat(resideInAPackage("com.aliyuncs.."));

    @ArchTest
    static final ArchRule TRANSPORT_IS_FREE_OF_THE_SDK =
            noClasses().that().resideInAPackage(HTTP).should().dependOnClassesThat(resideInAPackage("com.aliyuncs.."));

    @ArchTest
    static final ArchRule USE_CASES_HAVE_NO_CYCLES =
            slices().matching("dev.shareimage.app.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ADAPTERS_HAVE_NO_CYCLES =
            slices().matching("dev.shareimage.cloud.aliyun.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_CLI_SEES_PICOCLI =
            noClasses().that().resideOutsideOfPackage(CLI).should().dependOnClassesThat(resideInAPackage("picocli.."));

    @ArchTest
    static final ArchRule ONLY_MAIN_TOUCHES_THE_PROCESS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.shareimage.Main")
            .should()
            .accessTargetWhere(touchesTheProcess());

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses all) {
        assertThat(packagesWithClasses(all.getPackage("dev.shareimage")))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.isAnnotatedWith(NullMarked.class))
                        .as("package-info of %s is @NullMarked", each.getName())
                        .isTrue());
    }

    private static ArchRule onlySees(DescribedPredicate<JavaClass> users, DescribedPredicate<JavaClass> used) {
        return noClasses()
                .that(users)
                .should()
                .dependOnClassesThat(resideInAPackage(ALL).and(not(used)))
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaAccess<?>> touchesTheProcess() {
        Set<String> ofSystem = Set.of(
                "in",
                "out",
                "err",
                "exit",
                "getenv",
                "getProperty",
                "getProperties",
                "setIn",
                "setOut",
                "setErr",
                "setProperty");
        Set<String> ofRuntime = Set.of("exit", "halt");
        return DescribedPredicate.describe(
                "reach for the streams, the environment or the end of the process", access -> {
                    AccessTarget target = access.getTarget();
                    return (target.getOwner().isEquivalentTo(System.class) && ofSystem.contains(target.getName()))
                            || (target.getOwner().isEquivalentTo(Runtime.class)
                                    && ofRuntime.contains(target.getName()));
                });
    }

    private static Set<JavaPackage> packagesWithClasses(JavaPackage root) {
        return root.getSubpackagesInTree().stream()
                .filter(each -> !each.getClasses().isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}

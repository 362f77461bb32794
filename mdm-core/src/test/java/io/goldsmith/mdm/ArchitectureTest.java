package io.goldsmith.mdm;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/** The shape of this module, and why. */
@AnalyzeClasses(packages = "io.goldsmith", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Set<String> DRAWERS = Set.of("util", "utils", "common", "impl", "helper", "manager", "misc");

    private static final DescribedPredicate<JavaClass> IN_A_DRAWER =
            describe("are named after no concept", ArchitectureTest::isInADrawer);

    @ArchTest
    static final ArchRule importsRunOneWay = noClasses()
            .that()
            .resideInAPackage("io.goldsmith.matching..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.goldsmith.mdm..")
            .because("the matching engine is usable alone; hand it what it needs as a record of its own");

    @ArchTest
    static final ArchRule knowsNoModuleThatIsBuiltOnIt = noClasses()
            .that()
            .resideInAPackage("io.goldsmith.mdm..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.goldsmith.dmp..", "io.goldsmith.connect..", "io.goldsmith.app..", "io.goldsmith.samples..")
            .because("mdm-core is below them; let them call it, or offer an event or a cursor");

    @ArchTest
    static final ArchRule needsNoContainer = noClasses()
            .that()
            .resideInAPackage("io.goldsmith.mdm..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.camel..")
            .because("the hub's transactions and wiring need no container; Spring and Camel live in their own modules");

    @ArchTest
    static final ArchRule onlyTheStoreOpensTheDatabase = noClasses()
            .that()
            .resideInAPackage("io.goldsmith.mdm..")
            .and()
            .resideOutsideOfPackage("io.goldsmith.mdm.store")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.zaxxer.hikari..", "org.flywaydb..", "javax.sql..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.sql.DriverManager")
            .because("one room opens the database; ask Store for a transaction");

    @ArchTest
    static final ArchRule namesAConcept = noClasses()
            .that()
            .resideInAPackage("io.goldsmith.mdm..")
            .should(ArchConditions.be(IN_A_DRAWER))
            .because("a thing lives in the room of the concept that it serves, under that concept's name");

    @ArchTest
    static final ArchRule hasOneRootException = classes()
            .that()
            .resideInAPackage("io.goldsmith.mdm..")
            .and()
            .areAssignableTo(Exception.class)
            .and()
            .arePublic()
            .should()
            .beAssignableTo(MdmException.class)
            .because("a caller catches what the hub throws by one type");

    @ArchTest
    static final ArchRule printsNothing = noClasses()
            .that()
            .resideInAPackage("io.goldsmith.mdm..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("the hub is a library; log counts and names by SLF4J, or answer with a record");

    @ArchTest
    static final ArchRule neverSleeps = noClasses()
            .that()
            .resideInAPackage("io.goldsmith.mdm..")
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .because("waiting belongs to the store's retries and to schedulers");

    @ArchTest
    static final ArchRule timeIsPassedIn = noClasses()
            .that()
            .resideInAPackage("io.goldsmith.mdm..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a run can be replayed and compared only if its time comes from the hub's clock");

    private static boolean isInADrawer(JavaClass type) {
        for (String part : type.getPackageName().split("\\.")) {
            if (DRAWERS.contains(part)) {
                return true;
            }
        }
        String name = type.getSimpleName().toLowerCase(Locale.ROOT);
        return DRAWERS.stream().anyMatch(name::endsWith);
    }
}

package io.goldsmith.samples;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shape of the house: which room may look into which. */
class HouseTest {

    private static JavaClasses house;

    @BeforeAll
    static void enterTheHouse() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.goldsmith");
    }

    @Test
    void modulesImportOneWayOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("io.goldsmith..")
                .layer("matching-rules")
                .definedBy("io.goldsmith.matching..")
                .layer("mdm-core")
                .definedBy("io.goldsmith.mdm..")
                .layer("dmp-warehouse")
                .definedBy("io.goldsmith.dmp..")
                .layer("connectors")
                .definedBy("io.goldsmith.connect..")
                .layer("golden-record-api")
                .definedBy("io.goldsmith.app..")
                .layer("samples")
                .definedBy("io.goldsmith.samples..")
                .whereLayer("samples")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("golden-record-api")
                .mayOnlyBeAccessedByLayers("samples")
                .whereLayer("connectors")
                .mayOnlyBeAccessedByLayers("golden-record-api", "samples")
                .whereLayer("dmp-warehouse")
                .mayOnlyBeAccessedByLayers("connectors", "golden-record-api", "samples")
                .whereLayer("mdm-core")
                .mayOnlyBeAccessedByLayers("dmp-warehouse", "connectors", "golden-record-api", "samples")
                .because("an inner module that knows an outer one cannot be used or tested alone;"
                        + " hand the thing in, or declare an interface where it is needed")
                .check(house);
    }

    @Test
    void theMatchingEngineNeedsNeitherContainerNorDatabase() {
        noClasses()
                .that()
                .resideInAPackage("io.goldsmith.matching..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "org.hibernate..", "org.apache.camel..", "java.sql..", "javax.sql..")
                .because("others embed it as a library")
                .check(house);
    }

    @Test
    void theWarehouseIsHandedProfilesAndNeverSeesGoldenOrSourceRecords() {
        noClasses()
                .that()
                .resideInAPackage("io.goldsmith.dmp..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.goldsmith.mdm.golden..", "io.goldsmith.mdm.source..")
                .because("that no direct identifier reaches the warehouse is a shape, not a promise;"
                        + " connectors.warehouse makes the profiles")
                .check(house);
    }

    @Test
    void onlyTheStoreOpensTheHubsDatabase() {
        GivenClassesConjunction outsideTheStore = noClasses()
                .that()
                .resideInAPackage("io.goldsmith.mdm..")
                .and()
                .resideOutsideOfPackage("io.goldsmith.mdm.store..");
        outsideTheStore
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.zaxxer.hikari..", "org.flywaydb..", "javax.sql..")
                .because("transactions, migrations and durability are decided in mdm.store alone")
                .check(house);
        noClasses()
                .that()
                .resideInAPackage("io.goldsmith..")
                .and()
                .resideOutsideOfPackage("io.goldsmith.mdm.store..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.flywaydb..")
                .because("other modules hand their migrations to Store.migrate")
                .check(house);
    }

    @Test
    void onlyTheApplicationStartsSpring() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.goldsmith.app..", "io.goldsmith.samples..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .because("the hub, its connectors and the warehouse run without a container")
                .check(house);
    }

    @Test
    void camelStaysAtTheBorder() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.goldsmith.connect..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.camel..")
                .because("everything that crosses the hub's border lives in the module connectors")
                .check(house);
    }

    @Test
    void aStageReadsTheStagesBeforeItAndNeverThoseAfter() {
        String[] stages = {"record", "standardise", "block", "compare", "score", "model", "cluster", "survive"};
        for (int stage = 0; stage < stages.length; stage++) {
            for (int later = stage + 1; later < stages.length; later++) {
                noClasses()
                        .that()
                        .resideInAPackage("io.goldsmith.matching." + stages[stage] + "..")
                        .should()
                        .dependOnClassesThat(resideInAPackage("io.goldsmith.matching." + stages[later] + ".."))
                        .because("stages keep their order: " + String.join(" → ", stages))
                        .allowEmptyShould(true)
                        .check(house);
            }
        }
    }

    @Test
    void roomsOfAModuleDoNotFormCycles() {
        for (String module : new String[] {"matching", "dmp", "connect"}) {
            slices().matching("io.goldsmith." + module + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("two rooms that need each other are one room, or hide a third")
                    .check(house);
        }
    }

    @Test
    void aThingLivesInTheRoomOfTheConceptThatItServes() {
        classes()
                .that()
                .resideInAPackage("io.goldsmith..")
                .should()
                .resideOutsideOfPackages(
                        "..util..", "..utils..", "..common..", "..impl..", "..helper..", "..manager..", "..misc..")
                .andShould()
                .haveSimpleNameNotEndingWith("Util")
                .andShould()
                .haveSimpleNameNotEndingWith("Utils")
                .andShould()
                .haveSimpleNameNotEndingWith("Impl")
                .andShould()
                .haveSimpleNameNotEndingWith("Helper")
                .andShould()
                .haveSimpleNameNotEndingWith("Manager")
                .because("a drawer without a concept fills with everything")
                .check(house);
    }

    @Test
    void nothingPrintsToTheProcessStreams() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.goldsmith.samples.landscape..")
                .should()
                .accessField(System.class, "out")
                .because("results go through the command's own writer, everything else through the log")
                .check(house);
    }
}

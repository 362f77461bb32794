package io.goldsmith.dmp;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.goldsmith.dmp", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule THE_WAREHOUSE_NEVER_SEES_GOLDEN_OR_SOURCE_RECORDS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.goldsmith.mdm.golden..", "io.goldsmith.mdm.source..")
            .because("it is handed profiles without direct identifiers; map records to CustomerFacts in the connectors");

    @ArchTest
    static final ArchRule ANONYMISING_KNOWS_NO_DATABASE = noClasses()
            .that()
            .resideInAnyPackage("io.goldsmith.dmp.anonymise..", "io.goldsmith.dmp.profile..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.duckdb..")
            .because("only io.goldsmith.dmp.warehouse opens the files");

    @ArchTest
    static final ArchRule ROOMS_LEAD_ONE_WAY =
            slices().matching("io.goldsmith.dmp.(*)..").should().beFreeOfCycles();
}

package io.goldsmith.dmp;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What holds within this module; what holds between modules is tested where all of them are at hand. */
@AnalyzeClasses(packages = "io.goldsmith.dmp", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule ANONYMISING_KNOWS_NO_DATABASE = noClasses()
            .that()
            .resideInAnyPackage("io.goldsmith.dmp.anonymise..", "io.goldsmith.dmp.profile..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.duckdb..")
            .because("only io.goldsmith.dmp.warehouse opens the files");
}

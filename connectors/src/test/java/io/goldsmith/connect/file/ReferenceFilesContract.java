package io.goldsmith.connect.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.connect.ExtractionReport;
import io.goldsmith.connect.HubDatabase;
import io.goldsmith.connect.TestHub;
import io.goldsmith.connect.preview.ConnectorPreview;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.settings.SettingsException;
import io.goldsmith.matching.survive.Verification;
import io.goldsmith.matching.survive.VerificationStatus;
import io.goldsmith.mdm.model.HubConfiguration;
import io.goldsmith.mdm.quality.QuarantineEntry;
import io.goldsmith.mdm.reference.ReferenceEdition;
import io.goldsmith.mdm.run.RunState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in the layouts of the BAN and of SIRENE, with invented rows, whatever the database. */
abstract class ReferenceFilesContract {

    private static final String BAN_HEADER = "id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;"
            + "code_insee_ancienne_commune;nom_ancienne_commune;x;y;lon;lat;type_position;alias;nom_ld;"
            + "libelle_acheminement;nom_afnor;source_position;source_nom_voie;certification_commune;cad_parcelles\n";

    private static final String UNITS_HEADER = "siren,statutDiffusionUniteLegale,unitePurgeeUniteLegale,"
            + "dateCreationUniteLegale,sigleUniteLegale,etatAdministratifUniteLegale,nomUniteLegale,"
            + "denominationUniteLegale,denominationUsuelle1UniteLegale,categorieJuridiqueUniteLegale\n";

    private static final String SITES_HEADER =
            "siren,nic,siret,statutDiffusionEtablissement,etablissementSiege,etatAdministratifEtablissement\n";

    private static final String SECTIONS = """
            survivorship:
              attributes:
                address: {strategy: trust-score}
            verification:
              address: {gain: 20, use-corrected: true}
            connectors:
              ban:
                kind: file
                source: broker
                inbox: ../ban
                streams:
                  - {name: addresses, from: adresses-*.csv*, reference: {layout: addresses}}
              sirene:
                kind: file
                source: broker
                inbox: ../sirene
                separator: ","
                streams:
                  - {name: units, from: StockUniteLegale*.csv, reference: {layout: legal-units}}
                  - {name: sites, from: StockEtablissement*.csv, reference: {layout: establishments}}
              erp:
                kind: file
                source: erp
                inbox: ../erp
                streams:
                  - name: clients
                    from: clients-*.csv
                    records:
                      key: CODE
                      timestamp: AT
                      attributes: {family_name: NAME, street: STREET, postcode: POSTCODE, town: TOWN}
            """;

    @TempDir
    Path folder;

    private HubDatabase database;

    abstract HubDatabase database();

    @BeforeEach
    void makeInboxes() throws IOException {
        database = database();
        for (String inbox : new String[] {"ban", "sirene", "erp"}) {
            Files.createDirectories(folder.resolve(inbox));
        }
    }

    private TestHub hub() {
        return TestHub.open(folder.resolve("hub"), SECTIONS, database);
    }

    private void drop(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content);
    }

    private void dropPacked(String file, String content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve(file), packed.toByteArray());
    }

    private static ExtractionReport extract(TestHub hub, String connector) {
        return hub.connectors().extract(connector).extractions().get(0);
    }

    private static String address(int number, String repetition, String street) {
        return "35238_0001_" + number + ";;" + number + ";" + repetition + ";" + street
                + ";35000;35238;Rennes;;;351000.1;6789000.2;-1.68;48.11;entrée;;;RENNES;" + street.toUpperCase()
                + ";commune;commune;1;\n";
    }

    private static String client(String code, String name, String street) {
        return code + ";" + name + ";" + street + ";35000;Rennes;2026-05-01T10:00:00Z\n";
    }

    private static Optional<Verification> said(TestHub hub, String key) {
        return hub.hub()
                .goldenRecords()
                .find(hub.hub()
                        .goldenRecords()
                        .goldenOf(new RecordId("erp", key))
                        .orElseThrow())
                .orElseThrow()
                .provenance()
                .get("address")
                .verification();
    }

    @Test
    void customersAreVerifiedAgainstAnEditionAndAnewAgainstTheNext() throws IOException {
        dropPacked(
                "ban/adresses-35-2026-05-01.csv.gz",
                BAN_HEADER + address(12, "bis", "Rue Haute") + address(4, "", "Rue de la Monnaie"));
        drop(
                "erp/clients-1.csv",
                "CODE;NAME;STREET;POSTCODE;TOWN;AT\n"
                        + client("E1", "Lefèvre", "12B r. Haute")
                        + client("E2", "Durand", "4 rue de la Monaie")
                        + client("E3", "Martin", "99 rue Haute"));
        try (TestHub hub = hub()) {
            ExtractionReport report = extract(hub, "ban");
            assertThat(report.state()).isEqualTo(RunState.DONE);
            assertThat(report.counts().landed()).isEqualTo(2);
            assertThat(folder.resolve("ban/done/adresses-35-2026-05-01.csv.gz")).exists();
            extract(hub, "erp");

            LocalDate may = LocalDate.of(2026, 5, 1);
            assertThat(said(hub, "E1"))
                    .contains(new Verification("ban/adresses-35", may, VerificationStatus.VERIFIED, Map.of(), false));
            assertThat(said(hub, "E2").orElseThrow().status()).isEqualTo(VerificationStatus.CORRECTED);
            assertThat(said(hub, "E3").orElseThrow().status()).isEqualTo(VerificationStatus.UNKNOWN);

            drop(
                    "ban/adresses-35-20260601.csv",
                    BAN_HEADER + address(99, "", "Rue Haute") + address(4, "", "Rue de la Monnaie"));
            extract(hub, "ban");
            assertThat(hub.hub().referenceData().editions()).singleElement().satisfies(edition -> {
                assertThat(edition.dated()).isEqualTo(LocalDate.of(2026, 6, 1));
                assertThat(edition.areas()).containsExactly("35");
            });
            assertThat(said(hub, "E1").orElseThrow().status()).isEqualTo(VerificationStatus.UNKNOWN);
            assertThat(said(hub, "E2").orElseThrow().edition()).isEqualTo(may);
            assertThat(said(hub, "E3").orElseThrow().status()).isEqualTo(VerificationStatus.VERIFIED);
        }
    }

    @Test
    void theRegisterOfCompaniesIsLoadedWithoutTheNamesOfPersons() throws IOException {
        drop(
                "sirene/StockUniteLegale_utf8.csv",
                UNITS_HEADER
                        + "732829320,O,,1973-01-01,ADC,A,,ATELIERS DU COUESNON,,5710\n"
                        + "552100554,P,,1955-01-01,,C,[ND],,,1000\n"
                        + "005580113,O,,1957-01-01,,A,KERMARREC,,LE PETIT PORT,1000\n");
        Files.setLastModifiedTime(
                folder.resolve("sirene/StockUniteLegale_utf8.csv"),
                FileTime.from(Instant.parse("2026-04-30T12:00:00Z")));
        drop("sirene/StockEtablissement_utf8.csv", SITES_HEADER + "732829320,00074,73282932000074,O,true,A\n");
        try (TestHub hub = hub()) {
            ExtractionReport report = extract(hub, "sirene");

            assertThat(report.state()).as(report.message()).isEqualTo(RunState.DONE);
            assertThat(report.counts().landed()).isEqualTo(4);
            assertThat(hub.hub().referenceData().editions())
                    .extracting(ReferenceEdition::dataset)
                    .containsExactlyInAnyOrder("sirene/StockUniteLegale_utf8", "sirene/StockEtablissement_utf8");
            assertThat(hub.hub().referenceData().editions())
                    .extracting(ReferenceEdition::dated)
                    .contains(LocalDate.of(2026, 4, 30));
            assertThat(hub.count("select count(*) from reference_company where names like '%COUESNON%'"))
                    .isEqualTo(1);
            assertThat(hub.count("select count(*) from reference_company where names <> '[]'"))
                    .as("of natural persons no name is kept")
                    .isEqualTo(1);
        }
    }

    @Test
    void rowsThatAreNoEntriesAreCountedAndCanBeFound() throws IOException {
        StringBuilder rows = new StringBuilder(BAN_HEADER);
        for (int number = 1; number <= 30; number++) {
            rows.append(address(number, "", "Rue Haute"));
        }
        rows.append(address(31, "", "Rue Haute").replace(";35000;", ";;"))
                .append("a;broken;line\n")
                .append(address(32, "", "Rue Haute").replace(";32;", ";thirty-two;"));
        drop("ban/adresses-35-2026-05-01.csv", rows.toString());
        try (TestHub hub = hub()) {
            ExtractionReport report = extract(hub, "ban");

            assertThat(report.state()).isEqualTo(RunState.DONE);
            assertThat(report.counts().read()).isEqualTo(33);
            assertThat(report.counts().landed()).isEqualTo(30);
            assertThat(report.counts().unreadable()).isEqualTo(3);
            assertThat(hub.hub().quarantine().waiting(0, 10))
                    .extracting(QuarantineEntry::origin)
                    .containsExactlyInAnyOrder(
                            "adresses-35-2026-05-01.csv:32",
                            "adresses-35-2026-05-01.csv:33",
                            "adresses-35-2026-05-01.csv:34");
        }
    }

    @Test
    void aFileThatIsNotWhatItShouldBeLeavesTheEditionBeforeInService() throws IOException {
        drop(
                "ban/adresses-35-2026-05-01.csv",
                BAN_HEADER + address(1, "", "Rue Haute") + address(2, "", "Rue Haute") + address(3, "", "Rue Haute"));
        try (TestHub hub = hub()) {
            extract(hub, "ban");
            drop("ban/adresses-35-2026-06-01.csv", BAN_HEADER + address(1, "", "Rue Haute"));
            ExtractionReport cut = extract(hub, "ban");
            drop(
                    "ban/adresses-35-2026-07-01.csv",
                    BAN_HEADER.replace("nom_voie", "voie") + address(1, "", "Rue Haute"));
            ExtractionReport renamed = extract(hub, "ban");
            drop(
                    "ban/adresses-35-2026-08-01.csv",
                    BAN_HEADER + address(1, "", "Rue Haute") + address(2, "", "Rue Haute") + "not;an;address\n");
            ExtractionReport broken = extract(hub, "ban");
            drop("ban/adresses-35-2026-04-01.csv", BAN_HEADER + address(1, "", "Rue Haute"));
            ExtractionReport old = extract(hub, "ban");

            assertThat(cut.state()).isEqualTo(RunState.FAILED);
            assertThat(cut.message()).contains("is the file whole");
            assertThat(renamed.message()).contains("nom_voie");
            assertThat(broken.message()).contains("1 of 3");
            assertThat(old.message()).contains("must not be older");
            assertThat(folder.resolve("ban/failed/adresses-35-2026-08-01.csv")).exists();
            assertThat(hub.hub().referenceData().editions())
                    .singleElement()
                    .satisfies(edition -> assertThat(edition.dated()).isEqualTo(LocalDate.of(2026, 5, 1)));
            assertThat(hub.count("select count(*) from reference_address")).isEqualTo(3);
            assertThat(hub.count("select count(*) from reference_edition")).isEqualTo(1);
        }
    }

    @Test
    void columnsMayBeCalledOtherwiseAndMistakesAreToldByLine() throws IOException {
        TestHub.write(
                folder.resolve("hub"),
                SECTIONS.replace(
                        "reference: {layout: addresses}",
                        "reference: {layout: addresses, columns: {stret: voie}, records: {}}"));
        assertThatThrownBy(() -> HubConfiguration.read(folder.resolve("hub")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("goldsmith.yaml");
        String renamed = SECTIONS.replace(
                "reference: {layout: addresses}", "reference: {layout: addresses, columns: {street: voie}}");
        drop("ban/adresses-35-2026-07-01.csv", BAN_HEADER.replace("nom_voie", "voie") + address(1, "", "Rue Haute"));
        try (TestHub hub = TestHub.open(folder.resolve("hub"), renamed, database)) {
            assertThat(extract(hub, "ban").counts().landed()).isEqualTo(1);
            assertThat(new ConnectorPreview(hub.hub().configuration(), Clock.systemUTC())
                            .of("ban", Optional.empty(), 10)
                            .streams())
                    .singleElement()
                    .satisfies(stream -> assertThat(stream.failure()).contains("have no preview"));
        }
        assertThatThrownBy(() -> TestHub.open(
                                folder.resolve("hub"), renamed.replace("{street: voie}", "{stret: voie}"), database)
                        .close())
                .hasMessageContaining("street");
    }
}

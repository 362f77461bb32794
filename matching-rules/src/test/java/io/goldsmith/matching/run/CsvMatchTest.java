package io.goldsmith.matching.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.matching.MatchingException;
import io.goldsmith.matching.block.PairMode;
import io.goldsmith.matching.model.MatchModel;
import io.goldsmith.matching.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvMatchTest {

    private static final String CONFIG = """
            columns:
              name: {type: person-name, part: full}
              born: {type: date, format: yyyy.dd.MM}
              phones: {type: phone, separator: "|"}
            matching:
              thresholds: {automatic: 0.9, review: 0.2}
              prior: 0.01
              blocking:
                - keys: [{attribute: phones}]
                - keys: [{attribute: born}]
              comparisons:
                - {attribute: name, kind: name}
                - {attribute: born, kind: date}
                - {attribute: phones, kind: phone}
            """;

    @TempDir
    private Path folder;

    private Path config;

    @BeforeEach
    void writeConfiguration() throws IOException {
        config = Files.writeString(folder.resolve("match.yaml"), CONFIG);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private CsvMatch match(Optional<MatchModel> model, Path... files) {
        return new CsvMatch(
                List.of(files), CsvMatchSettings.read(config), "id", Set.of(), model, PairMode.LINK_AND_DEDUPE, 2, 1);
    }

    @Test
    void goesFromFilesToClustersAndCountsWhatItLeftOut() throws IOException {
        Path crm = file(
                "crm.csv",
                "id,name,born,phones\n1,DUPONT Jean,1980.02.01,0612345678|0112345678\n2,Paul Durand,1990.31.12,abc\nbroken\n");
        Path erp = file("erp.csv", "id;name;born;phones\n7;Jean Dupont;1980.02.01;06 12 34 56 78\n");
        CsvMatchResult result = match(Optional.empty(), crm, erp).run(MatchProgress.NONE);
        Path clusters = folder.resolve("clusters.csv");
        Path pairs = folder.resolve("pairs.csv");
        result.writeClusters(clusters);
        result.writePairs(pairs);
        assertThat(clusters).hasContent("id,cluster_id\ncrm:1,crm:1\ncrm:2,crm:2\nerp:7,crm:1");
        assertThat(Files.readAllLines(pairs).get(0)).isEqualTo("left_id,right_id,match_weight,match_probability");
        assertThat(Files.readAllLines(pairs).get(1)).matches("crm:1,erp:7,\\d+\\.\\d{4},0\\.9\\d{5}");
        assertThat(result.rejectedLines()).isEqualTo(1);
        assertThat(result.firstRejectedLines()).singleElement().asString().contains("crm.csv:4");
        assertThat(result.valueProblems()).hasSize(1);
    }

    @Test
    void refusesAnIdThatStandsTwiceAndAFileWithoutRecords() throws IOException {
        Path twice = file("twice.csv", "id,name,born,phones\n1,a,,\n1,b,,\n");
        assertThatThrownBy(() -> match(Optional.empty(), twice).run(MatchProgress.NONE))
                .isInstanceOf(MatchingException.class)
                .hasMessageContaining("twice.csv:3");
        Path empty = file("empty.csv", "id,name,born,phones\n");
        assertThatThrownBy(() -> match(Optional.empty(), empty).run(MatchProgress.NONE))
                .isInstanceOf(MatchingException.class)
                .hasMessageContaining("no usable record");
    }

    @Test
    void refusesADateFormatThatIsNoPattern() throws IOException {
        Files.writeString(config, CONFIG.replace("yyyy.dd.MM", "jj.mm.aaaa"));
        assertThatThrownBy(() -> CsvMatchSettings.read(config))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("match.yaml:3")
                .hasMessageContaining("jj.mm.aaaa");
    }

    @Test
    void scoresAlikeWithASavedModelAndSavesTheSameBytes() throws IOException {
        StringBuilder csv = new StringBuilder("id,name,born,phones\n");
        for (int row = 0; row < 40; row++) {
            csv.append(row)
                    .append(row % 8 == 0 ? ",Zoe Zimmer" : ",Jean Dupont")
                    .append(",1980.0")
                    .append(1 + row % 5)
                    .append(".01,\n");
        }
        Path people = file("people.csv", csv.toString());
        CsvMatchResult counted = match(Optional.empty(), people).run(MatchProgress.NONE);
        Path saved = folder.resolve("model.json");
        counted.matching().model().save(saved);
        MatchModel loaded = MatchModel.load(saved);
        assertThat(loaded).isEqualTo(counted.matching().model());
        assertThat(loaded.termFrequencies("name").orElseThrow().values()).containsKey("JEAN DUPONT");
        Path again = folder.resolve("again.json");
        loaded.save(again);
        assertThat(again).hasSameTextualContentAs(saved);
        CsvMatchResult applied = match(Optional.of(loaded), people).run(MatchProgress.NONE);
        Path one = folder.resolve("one.csv");
        Path other = folder.resolve("other.csv");
        counted.writePairs(one);
        applied.writePairs(other);
        assertThat(other).hasSameTextualContentAs(one);
    }

    @Test
    void escapesEveryValueInTheReport() throws IOException {
        Path evil = file(
                "evil.csv",
                "id,name,born,phones\n<script>1,Jean Dupont,1980.02.01,0612345678\n2,Jean Dupont,1980.02.01,0612345678\n");
        Path html = folder.resolve("report.html");
        Path json = folder.resolve("report.json");
        CsvMatchResult result = match(Optional.empty(), evil).run(MatchProgress.NONE);
        result.report(Optional.empty(), 1).writeHtml(html);
        result.report(Optional.empty(), 1).writeJson(json);
        assertThat(Files.readString(html))
                .contains("&lt;script&gt;1")
                .doesNotContain("<script>")
                .contains("<svg");
        assertThat(Files.readString(json)).contains("\"pairsCompared\" : 1");
    }
}

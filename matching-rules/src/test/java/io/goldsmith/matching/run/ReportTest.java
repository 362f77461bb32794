package io.goldsmith.matching.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.block.PairMode;
import io.goldsmith.matching.cluster.CutReason;
import io.goldsmith.matching.evaluate.LabelledError.Cause;
import io.goldsmith.matching.evaluate.Labels;
import io.goldsmith.matching.model.ComparisonProbabilities.LevelProbabilities;
import io.goldsmith.matching.model.MatchModel;
import io.goldsmith.matching.report.MatchReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final String CONFIG = """
            columns:
              name: {type: person-name, part: full}
              born: {type: date, format: yyyy-MM-dd}
              siren: {type: code}
            matching:
              thresholds: {automatic: 0.9, review: 0.2}
              prior: 0.05
              blocking:
                - keys: [{attribute: born}]
              comparisons:
                - {attribute: name, kind: name}
                - {attribute: born, kind: date}
              exclusive: [siren]
              one-per-source: all
            """;

    private static final String PEOPLE = """
            id,name,born,siren
            1,Jean Dupont,1980-02-01,A
            2,Jean Dupont,1980-02-01,A
            <u>3,Jean Dupont,1980-02-01,B
            4,Anne Martin,1990-03-02,
            5,Anne Martin,1990-03-02,
            6,Anne Martin,1955-01-01,
            """;

    private static final String LABELS = "id,entity_id\n1,D\n2,D\n<u>3,D\n4,M\n5,N\n6,M\n";

    @TempDir
    private Path folder;

    private Path people;
    private Path labels;
    private CsvMatchSettings settings;

    @BeforeEach
    void write() throws IOException {
        settings = CsvMatchSettings.read(Files.writeString(folder.resolve("match.yaml"), CONFIG));
        people = Files.writeString(folder.resolve("people.csv"), PEOPLE);
        labels = Files.writeString(folder.resolve("labels.csv"), LABELS);
    }

    private CsvMatchResult match(CsvMatchSettings settings) {
        return new CsvMatch(List.of(people), settings, "id", Set.of(), Optional.empty(), PairMode.DEDUPE, 2, 1)
                .run(MatchProgress.NONE);
    }

    private MatchReport report() {
        CsvMatchResult result = match(settings);
        return result.report(Optional.of(Labels.read(labels, result.table(), "")), 1);
    }

    @Test
    void tellsWhatWasCutAndWhereLabelsDiffer() {
        MatchReport report = report();
        assertThat(report.clusters().metrics().cuts()).containsEntry(CutReason.EXCLUSIVE_IDENTIFIER, 2L);
        assertThat(report.clusters().cuts()).hasSize(2);
        assertThat(report.labels().orElseThrow().errors().misses())
                .containsEntry(Cause.CUT, 2L)
                .containsEntry(Cause.NOT_COMPARED, 1L);
        assertThat(report.labels().orElseThrow().errors().pairsCompleteness()).isEqualTo(0.75);
        assertThat(report.labels().orElseThrow().falsePositives())
                .singleElement()
                .satisfies(pair -> assertThat(pair.left() + pair.right()).isEqualTo("45"));
    }

    @Test
    void writesOnePageThatNeedsNothingFromElsewhereAndEscapesValues() throws IOException {
        Path html = folder.resolve("report.html");
        Path json = folder.resolve("report.json");
        report().writeHtml(html);
        report().writeJson(json);
        assertThat(Files.readString(html))
                .contains("id=\"cuts\"", "id=\"thresholds\"", "id=\"model\"", "&lt;u&gt;3", "prefers-color-scheme:dark")
                .doesNotContain("<u>", "http://", "https://", "<script", "<link");
        assertThat(Files.readString(json))
                .contains(
                        "\"pairsCompleteness\" : 0.75", "\"NOT_COMPARED\" : 1", "\"exactClusters\"", "\"weakestLink\"");
    }

    @Test
    void showsWhatTrainingTellsIfItIsKnown() throws IOException {
        Path html = folder.resolve("report.html");
        Path json = folder.resolve("report.json");
        CsvMatchResult untrained = match(settings);
        untrained.report(Optional.empty(), 1).writeHtml(html);
        untrained.report(Optional.empty(), 1).writeJson(json);
        assertThat(html).content().doesNotContain("id=\"training\"");
        assertThat(json).content().doesNotContain("\"training\"");

        String training = CONFIG.replace("  prior: 0.05\n", "  training: {sample-pairs: 1000}\n")
                .replace("{attribute: name, kind: name}", "{name: <u>, attribute: name, kind: name}");
        CsvMatchResult trained =
                match(CsvMatchSettings.read(Files.writeString(folder.resolve("match.yaml"), training)));
        trained.report(Optional.empty(), 1).writeHtml(html);
        trained.report(Optional.empty(), 1).writeJson(json);
        assertThat(html)
                .content()
                .contains("id=\"training\"", "iterations until it converged", "random pairs looked at", "<td>born</td>")
                .contains("<td>&lt;u&gt;</td>", "class=\"warnings\"", "no pair showed")
                .doesNotContain("<u>");
        assertThat(json).content().contains("\"converged\" : true", "\"trainingWarnings\" : [ ");
        assertThat(trained.report(Optional.empty(), Optional.empty(), 1).training())
                .isEmpty();
    }

    @Test
    void countsMAmongLabelledMatches() {
        CsvTraining training = new CsvTraining(List.of(people), settings, "id", Set.of(), PairMode.DEDUPE, 2, 1);
        MatchModel plain = training.run(Optional.empty(), MatchProgress.NONE).model();
        CsvTraining.Outcome labelled = training.run(Optional.of(labels), MatchProgress.NONE);
        LevelProbabilities before = plain.comparisons().get(1).levels().get(0);
        LevelProbabilities after =
                labelled.model().comparisons().get(1).levels().get(0);
        assertThat(after.level()).isEqualTo("exact");
        assertThat(after.m())
                .as("three of the four labelled pairs agree on the birth date, and twenty pairs of before")
                .isEqualTo((3 + 20 * before.m()) / 24);
        assertThat(after.u()).isEqualTo(before.u());
        assertThat(labelled.sweep().orElseThrow().matches()).isEqualTo(4);
    }
}

package io.goldsmith.samples.demo;

import io.goldsmith.app.HubRuntime;
import io.goldsmith.app.cli.ProgressLine;
import io.goldsmith.connect.ExtractionCounts;
import io.goldsmith.connect.ExtractionReport;
import io.goldsmith.connect.LoadSummary;
import io.goldsmith.dmp.warehouse.LoadOutcome;
import io.goldsmith.dmp.warehouse.LoadReport;
import io.goldsmith.dmp.warehouse.PrivacyReport;
import io.goldsmith.matching.evaluate.Evaluation;
import io.goldsmith.mdm.resolution.ResolutionSummary;
import io.goldsmith.mdm.stewardship.TaskState;
import io.goldsmith.samples.landscape.Landscape;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The main job on the demonstration landscape, stage after stage: reading {@link #run} shows the flow. */
final class Demonstration {

    /** Below these, the demonstration's matching is broken: what it reaches is printed and stands well above. */
    private static final double LEAST_PRECISION = 0.97;

    private static final double LEAST_RECALL = 0.85;

    private final HubRuntime runtime;
    private final Landscape landscape;
    private final ProgressLine clock;
    private final Report report;
    private final List<Stage> stages = new ArrayList<>();

    Demonstration(HubRuntime runtime, Landscape landscape, ProgressLine clock, Report report) {
        this.runtime = runtime;
        this.landscape = landscape;
        this.clock = clock;
        this.report = report;
    }

    void add(Stage stage) {
        stages.add(stage);
    }

    /**
     * Runs the job and prints what it did.
     *
     * @param records how many source records were generated
     * @return whether every stage kept its promises
     */
    boolean run(long records, Path truth) {
        load();
        LoadReport warehouse = loadWarehouse();
        report.section("Stages", StageTable.of(stages));
        compareWithTruth(records, truth);
        replicateChanges();
        printPrivacyReport(warehouse.privacy());
        return report.conclude();
    }

    private void load() {
        clock.announce("Extracting from CRM, ERP and accounting, and resolving…");
        LoadSummary load = runtime.connectors().extractAll();
        for (ExtractionReport extraction : load.extractions()) {
            ExtractionCounts counts = extraction.counts();
            stages.add(new Stage(
                    "extract and land " + extraction.connector(),
                    counts.read(),
                    counts.landed() + counts.unchanged() + counts.stale(),
                    counts.quarantined() + counts.unreadable(),
                    seconds(extraction.elapsed())));
            report.check(
                    "everything that " + extraction.connector() + " has was read",
                    extraction.isDone() && counts.failedFiles() == 0,
                    "%,d rows, %s%s",
                    counts.read(),
                    extraction.state(),
                    extraction.message().isEmpty() ? "" : " (" + extraction.message() + ")");
        }
        ResolutionSummary resolution = load.resolution();
        long goldenRecords = runtime.hub().goldenRecords().count();
        for (String stage : List.of("standardise", "index keys", "block and score", "cluster")) {
            long in = stage.equals("block and score") ? resolution.pairsCompared() : resolution.records();
            long out = stage.equals("block and score")
                    ? resolution.matches() + resolution.possibleMatches()
                    : resolution.records();
            stages.add(new Stage(pairsOrRecords(stage), in, out, 0, clock.seconds(stage)));
        }
        stages.add(new Stage(
                "survive and publish",
                resolution.records(),
                resolution.goldenRecordsChanged(),
                resolution.quarantined(),
                clock.seconds("survive and publish")));
        stages.add(new Stage("index search", goldenRecords, goldenRecords, 0, clock.seconds("index search")));
        stages.add(new Stage(
                "resolve in all",
                resolution.records(),
                resolution.goldenRecordsChanged(),
                resolution.quarantined(),
                seconds(load.resolutionElapsed())));
        runtime.connectors().startReplicationFromHere();
    }

    private static String pairsOrRecords(String stage) {
        return stage.equals("block and score") ? "block and score (pairs)" : stage;
    }

    private LoadReport loadWarehouse() {
        clock.announce("Loading the DMP warehouse…");
        long start = System.nanoTime();
        LoadReport loaded = runtime.connectors().loadWarehouse();
        double seconds = (System.nanoTime() - start) / 1e9;
        PrivacyReport.Persons persons = loaded.privacy().persons();
        stages.add(new Stage(
                "load DMP warehouse",
                persons.delivered(),
                loaded.privacy().anonymity().rows(),
                persons.delivered() - persons.published(),
                seconds));
        return loaded;
    }

    private void compareWithTruth(long records, Path truth) {
        TruthComparison comparison = TruthComparison.of(runtime.hub().goldenRecords(), truth);
        Evaluation evaluation = comparison.evaluation();
        long quarantined = runtime.hub().quarantine().countWaiting();
        report.section(
                "Accuracy against the truth",
                String.format(
                        Locale.ROOT,
                        "%,d source records → %,d golden records%npairwise precision %.4f, recall %.4f, F1 %.4f; B-cubed F1 %.4f%n"
                                + "%,d possible duplicates wait for a steward, %,d records wait in quarantine",
                        comparison.records(),
                        runtime.hub().goldenRecords().count(),
                        evaluation.precision(),
                        evaluation.recall(),
                        evaluation.f1(),
                        evaluation.bCubedF1(),
                        runtime.hub().stewardship().count(TaskState.OPEN),
                        quarantined));
        report.check(
                "every source record has a golden record or waits in quarantine",
                comparison.records() + quarantined == records,
                "%,d + %,d of %,d",
                comparison.records(),
                quarantined,
                records);
        report.check(
                "matching is precise and complete",
                evaluation.precision() >= LEAST_PRECISION && evaluation.recall() >= LEAST_RECALL,
                "precision %.4f (at least %.2f), recall %.4f (at least %.2f)",
                evaluation.precision(),
                LEAST_PRECISION,
                evaluation.recall(),
                LEAST_RECALL);
    }

    private void replicateChanges() {
        clock.announce("Changing an address in the CRM, then one in accounting…");
        report.section("Changes of address", new ChangesOfAddress(runtime, landscape, report).run());
    }

    private void printPrivacyReport(PrivacyReport privacy) {
        report.section("Privacy", privacy.toText());
        report.check(
                "the projection passed the gate",
                privacy.outcome() == LoadOutcome.PUBLISHED,
                "%s, k %d of %d",
                privacy.outcome(),
                privacy.anonymity().kReached(),
                privacy.anonymity().k());
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}

package io.goldsmith.matching.run;

import io.goldsmith.matching.MatchingException;
import io.goldsmith.matching.model.ModelOrigin.SourceFile;
import io.goldsmith.matching.record.CsvBatch;
import io.goldsmith.matching.record.CsvBatches;
import io.goldsmith.matching.record.CsvFile;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.record.RepeatedIdException;
import io.goldsmith.matching.record.TableAssembly;
import io.goldsmith.matching.standardise.Derivation;
import io.goldsmith.matching.standardise.Standardiser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads CSV files into one table in standard form, and counts what it could not use. Threads take batches of lines in turn, bring them
 * into standard form and into codes; how many there are shows in nothing that comes out. For one run.
 */
final class CsvIntake {

    private final Map<String, ColumnSettings> columns = new LinkedHashMap<>();
    private final Derivation derivation;
    private final Standardiser standardiser;
    private final String idColumn;
    private final int threads;
    private final TableAssembly assembly;
    private final IntakeLedger ledger = new IntakeLedger();
    private final IntakeProgress progress;
    private final List<SourceFile> read = new ArrayList<>();
    private long batchesBefore;

    /**
     * An intake.
     *
     * @param derivation the attributes, with those derived from others
     * @param ignored columns that are not read
     * @param threads how many threads work, at least 1
     */
    CsvIntake(
            CsvMatchSettings settings,
            Derivation derivation,
            String idColumn,
            Set<String> ignored,
            int threads,
            MatchProgress progress) {
        settings.columns().forEach((name, column) -> {
            if (!ignored.contains(name)) {
                columns.put(name, column);
            }
        });
        this.derivation = derivation;
        this.standardiser = Standardiser.of(derivation.given());
        this.idColumn = idColumn;
        this.threads = threads;
        this.assembly = new TableAssembly(derivation.attributes());
        this.progress = new IntakeProgress(progress);
    }

    /**
     * Reads every file; with several, an id is prefixed by its file's name.
     *
     * @throws MatchingException naming file and line if one cannot be read, lacks a column or has an id twice
     */
    IntakeResult read(List<Path> files) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            for (Path file : files) {
                read(file, files.size() > 1 ? CsvFile.source(file) : "", executor);
            }
            return new IntakeResult(
                    assembly.build(threads),
                    List.copyOf(read),
                    ledger.rejected(),
                    ledger.rejectedLines(),
                    ledger.problems());
        } catch (RepeatedIdException repeated) {
            throw new MatchingException(
                    ledger.place(repeated.position()) + ": the id \"" + repeated.key()
                            + "\" stands in an earlier line too; ids must be distinct, or name another column by --id.",
                    repeated);
        } finally {
            executor.shutdownNow();
        }
    }

    private void read(Path path, String source, ExecutorService executor) {
        long recordsBefore = ledger.records();
        try (CsvBatches file = CsvBatches.open(path)) {
            FirstFailure failure = new FirstFailure();
            List<Future<?>> workers = new ArrayList<>();
            progress.begin(file);
            for (int worker = 0; worker < threads; worker++) {
                IntakeWorker next =
                        new IntakeWorker(file, source, idColumn, columns, derivation, standardiser, assembly, ledger);
                workers.add(executor.submit(() -> work(file, next, failure)));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
            failure.rethrow();
            batchesBefore += file.count();
            progress.finished(ledger.records());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MatchingException("Reading was interrupted; nothing was kept of it, run it again.", interrupted);
        } catch (ExecutionException failed) {
            throw new MatchingException(path + ": reading failed: " + failed.getCause(), failed.getCause());
        }
        if (ledger.records() == recordsBefore) {
            throw new MatchingException(path + ": the file has a header but no usable record.");
        }
        read.add(new SourceFile(path.getFileName().toString(), ledger.records() - recordsBefore));
    }

    private void work(CsvBatches file, IntakeWorker worker, FirstFailure failure) {
        CsvBatch batch = new CsvBatch();
        long number = Long.MAX_VALUE;
        try {
            while (!failure.happened() && !Thread.currentThread().isInterrupted() && file.next(batch)) {
                number = batchesBefore + batch.number();
                worker.take(batch, number);
                progress.advanced(ledger.records(), file.taken());
                number = Long.MAX_VALUE;
            }
        } catch (RuntimeException failed) {
            failure.add(number, failed);
        }
        ledger.add(worker.problems());
    }

    /**
     * What was read.
     *
     * @param table the records in standard form
     * @param files the files, and how many records each gave
     * @param rejected how many lines were left out
     * @param rejectedLines the first of them, as {@code file:line: reason}
     * @param problems how many values were left out, by attribute and reason
     */
    record IntakeResult(
            RecordTable table,
            List<SourceFile> files,
            long rejected,
            List<String> rejectedLines,
            Map<String, Long> problems) {}
}

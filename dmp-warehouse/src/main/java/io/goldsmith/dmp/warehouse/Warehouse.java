package io.goldsmith.dmp.warehouse;

import io.goldsmith.dmp.DmpException;
import io.goldsmith.dmp.DmpSettings;
import io.goldsmith.dmp.Floors;
import io.goldsmith.dmp.anonymise.Anonymised;
import io.goldsmith.dmp.anonymise.Anonymiser;
import io.goldsmith.dmp.anonymise.AnonymityRule;
import io.goldsmith.dmp.anonymise.GateVerdict;
import io.goldsmith.dmp.anonymise.PersonTable;
import io.goldsmith.dmp.anonymise.ProjectionColumns;
import io.goldsmith.dmp.anonymise.ProjectionGate;
import io.goldsmith.dmp.anonymise.Publication;
import io.goldsmith.dmp.profile.ConsentRule;
import io.goldsmith.dmp.profile.Profile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The DMP's warehouse: a folder with {@code pseudonymous.duckdb} (profiles), {@code anonymous.duckdb} (their projection)
 * and {@code reports/}. One process at a time may hold it; within it, methods may be called from any thread, one after
 * the other.
 */
public final class Warehouse implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Warehouse.class);

    private final DmpSettings settings;
    private final Clock clock;
    private final ProjectionColumns columns;
    private final AnonymityRule rule;
    private final Optional<ProfileFloor> profiles;
    private final AnonymousFloor anonymous;
    private final ReportFolder reports;

    private Warehouse(
            DmpSettings settings,
            Clock clock,
            ProjectionColumns columns,
            Optional<ProfileFloor> profiles,
            AnonymousFloor anonymous) {
        this.settings = settings;
        this.clock = clock;
        this.columns = columns;
        this.rule = AnonymityRule.of(settings);
        this.profiles = profiles;
        this.anonymous = anonymous;
        this.reports = new ReportFolder(settings.folder());
    }

    /**
     * Opens the warehouse of the settings, creating what is absent.
     *
     * @throws WarehouseException when another process holds it, or when only the anonymous floor is wanted and a
     *     pseudonymous one is still there
     */
    public static Warehouse open(DmpSettings settings, Clock clock) {
        ProjectionColumns columns = ProjectionColumns.of(settings);
        Path pseudonymous = settings.folder().resolve(ProfileFloor.FILE);
        boolean both = settings.floors() == Floors.BOTH;
        if (!both && Files.exists(pseudonymous)) {
            throw new WarehouseException("dmp.floors is anonymous, so there must be no pseudonymous row, but "
                    + pseudonymous + " is there; delete the file, or set dmp.floors to both");
        }
        AnonymousFloor anonymous =
                AnonymousFloor.open(settings.folder(), settings.memoryLimitMib(), settings.comparedLoads());
        try {
            Optional<ProfileFloor> profiles = both
                    ? Optional.of(ProfileFloor.open(settings.folder(), settings.memoryLimitMib()))
                    : Optional.empty();
            return new Warehouse(settings, clock, columns, profiles, anonymous);
        } catch (RuntimeException failure) {
            anonymous.close();
            throw failure;
        }
    }

    /**
     * Replaces the profiles, then the projection if it passes the gate. Loading the same again changes nothing but the
     * order of the projection's rows. The stream is consumed once, not held, and closed.
     *
     * @throws DmpException when the stream or a database fails: the load is recorded as failed, and each floor is as it
     *     was, or as this load makes it
     */
    public synchronized LoadReport load(Stream<Profile> delivered) {
        long load = anonymous.nextLoad();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Intake intake = new Intake(
                ConsentRule.of(settings), settings.profile().attributes().keySet(), new PersonTable(columns));
        ReportWriter writer = new ReportWriter(load, at, columns, rule, intake);
        try (delivered) {
            Iterator<Profile> admitted = delivered.filter(intake::admit).iterator();
            long written =
                    profiles.map(floor -> floor.refresh(load, at, admitted)).orElseGet(() -> exhaust(admitted));
            PrivacyReport report = project(intake.table(), writer);
            reports.write(report);
            log(report);
            return new LoadReport(load, at, report.outcome(), written, report);
        } catch (RuntimeException failure) {
            recordFailure(load, writer, failure);
            throw failure;
        }
    }

    /** The privacy report of the newest load, whatever its outcome. */
    public synchronized Optional<PrivacyReport> latestReport() {
        return anonymous.latestReport();
    }

    /** How many profiles there are; 0 when the warehouse has no pseudonymous floor. */
    public synchronized long profileCount() {
        return profiles.map(ProfileFloor::count).orElse(0L);
    }

    /** Some rows of the projection, at most {@code limit} (1 to 1,000). */
    public synchronized ProjectionSample projectionSample(int limit) {
        if (limit < 1 || limit > 1_000) {
            throw new DmpException("A sample must have between 1 and 1000 rows, but " + limit + " were asked for");
        }
        return anonymous.sample(limit);
    }

    @Override
    public synchronized void close() {
        try {
            profiles.ifPresent(ProfileFloor::close);
        } finally {
            anonymous.close();
        }
    }

    private PrivacyReport project(PersonTable table, ReportWriter writer) {
        List<Publication> earlier = anonymous.earlier(columns);
        Optional<Anonymised> made = new Anonymiser(rule, new SecureRandom()).anonymise(table, earlier);
        if (made.isEmpty()) {
            PrivacyReport report = writer.without(
                    LoadOutcome.REFUSED,
                    "no generalisation reaches k = " + rule.k() + " and l = " + rule.l() + " with at most "
                            + rule.maxSuppressedShare() + " of the " + table.persons()
                            + " persons suppressed; name fewer columns in dmp.projection, or relax dmp.l or"
                            + " dmp.max-suppressed-share");
            anonymous.record(report);
            return report;
        }
        Anonymised anonymised = made.get();
        GateVerdict verdict = new ProjectionGate(columns, rule)
                .check(columns.names(), anonymised.levels(), anonymised.rows(), earlier);
        PrivacyReport report = writer.judged(anonymised, verdict, earlier);
        if (verdict.passes()) {
            anonymous.publish(columns, anonymised, verdict, report);
        } else {
            anonymous.record(report);
        }
        return report;
    }

    private static void log(PrivacyReport report) {
        PrivacyReport.Persons persons = report.persons();
        if (report.outcome() == LoadOutcome.PUBLISHED) {
            LOG.info(
                    "DMP load {} published {} rows; of {} persons {} suppressed, {} waiting; {} left out without consent",
                    report.load(),
                    report.anonymity().rows(),
                    persons.considered(),
                    persons.suppressed(),
                    persons.waiting(),
                    persons.leftOut());
        } else {
            LOG.warn("DMP load {} was refused and the projection stays as it was: {}", report.load(), report.reasons());
        }
    }

    /** Without a pseudonymous floor the profiles are only looked at: none is written. */
    private static long exhaust(Iterator<Profile> admitted) {
        admitted.forEachRemaining(profile -> {});
        return 0;
    }

    private void recordFailure(long load, ReportWriter writer, RuntimeException failure) {
        try {
            if (anonymous.latestReport().filter(newest -> newest.load() == load).isEmpty()) {
                PrivacyReport report = writer.without(
                        LoadOutcome.FAILED,
                        "the load was stopped by " + failure.getClass().getSimpleName());
                anonymous.record(report);
                reports.write(report);
            }
        } catch (RuntimeException notRecorded) {
            failure.addSuppressed(notRecorded);
        }
    }
}

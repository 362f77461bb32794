package io.goldsmith.samples.campaign;

import io.goldsmith.app.cli.Command;
import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.samples.campaign.fault.FaultCampaign;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code campaign crash} and {@code campaign faults}: the long versions of what the tests run small. */
@CommandLine.Command(
        name = "campaign",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs a campaign against the hub. crash: kills the hub's process at random moments of a load with edits and",
            "decisions, on PostgreSQL and on embedded H2, and compares the end with that of an undisturbed hub.",
            "faults: lets replication targets refuse, hang, answer garbage, forget and vanish, kills the hub meanwhile,",
            "and checks that all systems end as the hub is, each changed once for each version. Exit code 1 if not."
        })
public final class CampaignCommand implements Command {

    private static final int FEWEST_RECORDS = 100;
    private static final int MOST_RECORDS = 100_000;
    private static final int MOST_KILLS = 1_000;

    /** The databases that a hub can live in. */
    enum Kind {
        H2,
        POSTGRESQL
    }

    @Parameters(paramLabel = "NAME", description = "crash or faults.")
    private String name;

    @Option(names = "--kills", paramLabel = "N", defaultValue = "50", description = "How often. Default: 50.")
    private int kills;

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "6000",
            description = "Source records. Default: 6000.")
    private int records;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Another seed, another script.")
    private long seed;

    @Option(
            names = {"--database", "--on"},
            paramLabel = "h2|postgresql",
            description = "Only this one. Default: crash runs on both, faults on h2.")
    private Optional<Kind> database = Optional.empty();

    @Option(names = "--case", paramLabel = "CASE", description = "Of faults, only this case; may be repeated.")
    private List<String> cases = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        if (name.equals("faults")) {
            return faults() ? 0 : 1;
        }
        if (!name.equals("crash")) {
            throw wrong("There is no campaign '" + name + "'; there are: crash, faults.");
        }
        if (records < FEWEST_RECORDS || records > MOST_RECORDS) {
            throw wrong("--records must be between " + FEWEST_RECORDS + " and " + MOST_RECORDS + ", but is " + records
                    + ".");
        }
        if (kills < 1 || kills > MOST_KILLS) {
            throw wrong("--kills must be between 1 and " + MOST_KILLS + ", but is " + kills + ".");
        }
        boolean holds = true;
        for (Kind kind : database.map(List::of).orElse(List.of(Kind.values()))) {
            holds &= kind == Kind.H2 ? onH2() : onPostgreSql();
        }
        return holds ? 0 : 1;
    }

    private boolean faults() throws IOException, InterruptedException, SQLException {
        FaultCampaign campaign;
        try {
            campaign = FaultCampaign.of(cases, seed);
        } catch (IllegalArgumentException noSuchCase) {
            throw wrong(noSuchCase.getMessage());
        }
        PrintWriter out = spec.commandLine().getOut();
        if (database.orElse(Kind.H2) == Kind.H2) {
            return campaign.run(caseName -> new DatabaseSettings("jdbc:h2:file:./data/hub", "sa", "campaign"), out);
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            return campaign.run(caseName -> newDatabase(server, caseName.replace('-', '_')), out);
        }
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    private boolean onH2() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("goldsmith-campaign");
        return run("H2", h2(folder.resolve("undisturbed")), h2(folder.resolve("disturbed")));
    }

    private static CrashCampaign.Place h2(Path folder) {
        return new CrashCampaign.Place(folder, new DatabaseSettings("jdbc:h2:file:./data/hub", "sa", "campaign"));
    }

    private boolean onPostgreSql() throws IOException, InterruptedException, SQLException {
        Path folder = Files.createTempDirectory("goldsmith-campaign");
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            return run(
                    "PostgreSQL", postgreSql(server, folder, "undisturbed"), postgreSql(server, folder, "disturbed"));
        }
    }

    private static CrashCampaign.Place postgreSql(EmbeddedPostgres server, Path folder, String name)
            throws SQLException {
        return new CrashCampaign.Place(folder.resolve(name), newDatabase(server, name));
    }

    private static DatabaseSettings newDatabase(EmbeddedPostgres server, String name) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return new DatabaseSettings(server.getJdbcUrl("postgres", name), "postgres", "postgres");
    }

    private boolean run(String where, CrashCampaign.Place undisturbed, CrashCampaign.Place disturbed)
            throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        CrashCampaign.Summary summary = new CrashCampaign(seed, records, kills).run(undisturbed, disturbed, killed -> {
            err.printf(Locale.ROOT, "%s: killed %d of %d%n", where, killed, kills);
            err.flush();
        });
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%s: %d kills, %,d source records, %,d customers, %,d events (%,d taken twice after a kill): %s%n",
                where,
                summary.kills(),
                records,
                summary.disturbed().customers().size(),
                summary.disturbed().events().size(),
                summary.disturbed().takenTwice(),
                summary.holds() ? "as undisturbed" : "NOT as undisturbed");
        summary.faults().forEach(fault -> out.printf("  %s%n", fault));
        out.flush();
        return summary.holds();
    }
}

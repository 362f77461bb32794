package io.goldsmith.samples.campaign.fault;

import io.goldsmith.app.HubRuntime;
import io.goldsmith.app.cli.Command;
import io.goldsmith.connect.StageProgress;
import io.goldsmith.connect.replicate.DeliveryLedger;
import io.goldsmith.connect.replicate.DeliveryState;
import io.goldsmith.connect.replicate.Drift;
import io.goldsmith.connect.replicate.ReconciliationReport;
import io.goldsmith.connect.replicate.ReconciliationRequest;
import io.goldsmith.connect.replicate.Standing;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.mdm.Hub;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code campaign-hub}: the hub's process of the campaign of faults; it answers questions, one a line, until its input ends. */
@CommandLine.Command(
        name = "campaign-hub",
        hidden = true,
        description = "Runs the hub of the campaign of faults; started by campaign faults.")
public final class FaultWorkerCommand implements Command {

    /** What its answers begin with. */
    static final String ANSWER = "ANSWER ";

    private static final int PAGE = 500;
    private static final int MOST_DRIFTED = 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(names = "--dir", required = true)
    private Path folder;

    @Option(names = "--first", description = "loads everything before replication starts")
    private boolean first;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (HubRuntime runtime = HubRuntime.open(folder, Clock.systemUTC());
                BufferedReader questions =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            if (first) {
                runtime.connectors().extractAll();
                runtime.connectors().startReplicationFromHere();
            }
            runtime.connectors().start();
            tell("ready");
            String question = questions.readLine();
            while (question != null) {
                tell(answer(runtime, List.of(question.split(" "))));
                question = questions.readLine();
            }
        }
        return 0;
    }

    private void tell(Object answer) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(ANSWER + JSON.writeValueAsString(answer));
        out.flush();
    }

    private static Object answer(HubRuntime runtime, List<String> question) {
        return switch (question.get(0)) {
            case "report" -> report(runtime);
            case "compare" -> compare(runtime, question.get(1));
            case "extract" -> runtime.connectors().extract(question.get(1)).isDone();
            case "replay" -> runtime.connectors().replay(question.get(1));
            default -> throw new IllegalArgumentException("There is no question '" + question.get(0) + "'");
        };
    }

    private static HubReport report(HubRuntime runtime) {
        DeliveryLedger ledger = runtime.connectors().ledger();
        Map<String, Map<String, Long>> deliveries = new LinkedHashMap<>();
        ledger.counts().forEach((target, states) -> {
            Map<String, Long> counts = new TreeMap<>();
            states.forEach((state, count) -> counts.put(state.name(), count));
            deliveries.put(target, counts);
        });
        Map<String, Map<String, Long>> standings = new TreeMap<>();
        Map<String, List<String>> kept = new TreeMap<>();
        for (Standing standing : ledger.standings(Optional.empty(), Optional.empty(), 0, PAGE)) {
            standings
                    .computeIfAbsent(standing.target(), target -> new TreeMap<>())
                    .merge(standing.state().name(), 1L, Long::sum);
            if (standing.state() == DeliveryState.KEPT) {
                kept.computeIfAbsent(standing.target(), target -> new ArrayList<>())
                        .add(standing.recordKey());
            }
        }
        Map<String, Address> addresses = new TreeMap<>();
        runtime.hub()
                .goldenRecords()
                .forEach(golden -> golden.members()
                        .forEach(member ->
                                addresses.put(member.source() + " " + member.key(), address(golden.attributes()))));
        return new HubReport(
                deliveries,
                standings,
                kept,
                count(runtime.hub(), "change_event"),
                count(runtime.hub(), "change_event where position is null"),
                addresses);
    }

    private static Address address(AttributeValues values) {
        return new Address(
                String.join("|", values.all("street")),
                String.join("|", values.all("postcode")),
                String.join("|", values.all("town")));
    }

    private static long count(Hub hub, String fromAndWhere) {
        return hub.store().inTransaction(transaction -> {
            try (PreparedStatement query =
                            transaction.connection().prepareStatement("select count(*) from " + fromAndWhere);
                    ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private static Comparison compare(HubRuntime runtime, String target) {
        ReconciliationReport report = runtime.connectors()
                .reconcile(target, new ReconciliationRequest(false, false, MOST_DRIFTED), StageProgress.NONE);
        return new Comparison(
                report.read(),
                report.equal(),
                report.drifted().stream().map(Drift::key).toList());
    }
}

package io.goldsmith.connect.settings;

import io.goldsmith.matching.settings.SettingsDocument;
import io.goldsmith.matching.settings.SettingsProblem;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.util.ArrayList;
import java.util.List;

/** What no schema can check of the section {@code scale-out}. */
public final class ScaleOutChecks {

    private ScaleOutChecks() {}

    /** Every problem of the section, by line and key. */
    public static List<SettingsProblem> problems(
            SettingsDocument document, DatabaseSettings database, ScaleOutSettings settings) {
        List<SettingsProblem> problems = new ArrayList<>();
        if (!database.isShared()) {
            problems.add(document.problem(
                    "/scale-out",
                    "nodes that share work must share a database, but the hub's is an embedded H2, which belongs to one"
                            + " process; set hub.database.url to a PostgreSQL, or take the section out"));
        }
        settings.kafka()
                .security()
                .ifPresent(security ->
                        problems.addAll(KafkaSecurityChecks.problems(document, "/scale-out/kafka/security", security)));
        return problems;
    }
}

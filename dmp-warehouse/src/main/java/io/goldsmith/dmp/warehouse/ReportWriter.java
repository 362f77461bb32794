package io.goldsmith.dmp.warehouse;

import io.goldsmith.dmp.anonymise.Anonymised;
import io.goldsmith.dmp.anonymise.AnonymityRule;
import io.goldsmith.dmp.anonymise.GateVerdict;
import io.goldsmith.dmp.anonymise.ProjectionColumns;
import io.goldsmith.dmp.anonymise.Publication;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts one load's privacy report together. */
final class ReportWriter {

    private final long load;
    private final Instant at;
    private final ProjectionColumns columns;
    private final AnonymityRule rule;
    private final Intake intake;

    ReportWriter(long load, Instant at, ProjectionColumns columns, AnonymityRule rule, Intake intake) {
        this.load = load;
        this.at = at;
        this.columns = columns;
        this.rule = rule;
        this.intake = intake;
    }

    /** Of rows that the gate has looked at. */
    PrivacyReport judged(Anonymised made, GateVerdict verdict, List<Publication> earlier) {
        return new PrivacyReport(
                load,
                at,
                verdict.passes() ? LoadOutcome.PUBLISHED : LoadOutcome.REFUSED,
                verdict.reasons(),
                persons(made.published(), made.suppressed(), made.waiting()),
                new PrivacyReport.Anonymity(
                        made.rows().size(),
                        verdict.classes(),
                        made.heldClasses(),
                        rule.k(),
                        verdict.kReached(),
                        rule.l(),
                        verdict.lReached()),
                attributes(made.levels()),
                earlier.stream().map(Publication::load).toList());
    }

    /** Of a load that came to no rows. */
    PrivacyReport without(LoadOutcome outcome, String reason) {
        return new PrivacyReport(
                load,
                at,
                outcome,
                List.of(reason),
                persons(0, 0, 0),
                new PrivacyReport.Anonymity(0, 0, 0, rule.k(), 0, rule.l(), Map.of()),
                List.of(),
                List.of());
    }

    private PrivacyReport.Persons persons(long published, long suppressed, long waiting) {
        return new PrivacyReport.Persons(
                intake.delivered(),
                intake.leftOut(),
                intake.table().repeated(),
                intake.table().persons(),
                published,
                suppressed,
                waiting);
    }

    private List<PrivacyReport.Attribute> attributes(List<Integer> levels) {
        List<PrivacyReport.Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            ProjectionColumns.QuasiIdentifier column =
                    columns.quasiIdentifiers().get(i);
            attributes.add(new PrivacyReport.Attribute(
                    column.name(),
                    false,
                    column.hierarchy().levels().get(levels.get(i)),
                    levels.get(i),
                    column.hierarchy().height()));
        }
        columns.sensitive().forEach(name -> attributes.add(new PrivacyReport.Attribute(name, true, "profile", 0, 0)));
        return attributes;
    }
}

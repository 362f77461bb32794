package io.goldsmith.mdm.golden;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers what a golden id stood for at an instant, following the redirects that there were by then. */
final class AsOfReading {

    private AsOfReading() {}

    static AsOf read(Transaction transaction, GoldenId asked, Instant instant) throws SQLException {
        Set<GoldenId> walked = new HashSet<>();
        GoldenId id = asked;
        while (walked.add(id)) {
            Optional<GoldenVersion> newest = GoldenVersionRows.newest(transaction, id.value());
            if (newest.filter(version -> version.state() == GoldenVersion.State.ERASED)
                    .isPresent()) {
                return new AsOf.Erased(id, newest.get().recordedAt());
            }
            Optional<GoldenVersion> then = GoldenVersionRows.asOf(transaction, id.value(), instant);
            if (then.isEmpty()) {
                return new AsOf.Unknown(id);
            }
            GoldenVersion version = then.get();
            switch (version.state()) {
                case ACTIVE -> {
                    return known(transaction, version, instant);
                }
                case RETIRED -> {
                    return new AsOf.Retired(id, version.recordedAt());
                }
                case ERASED -> {
                    return new AsOf.Erased(id, version.recordedAt());
                }
                case MERGED -> id = version.mergedInto().orElseThrow();
            }
        }
        throw Redirects.cycle(asked);
    }

    private static AsOf known(Transaction transaction, GoldenVersion version, Instant instant) throws SQLException {
        List<RecordId> members = version.record().members();
        List<DecisionTaken> decisions = DecisionsTaken.about(transaction, members).stream()
                .filter(decision -> decision.stoodAt(instant))
                .toList();
        return new AsOf.Known(version, rules(transaction, version.rulesVersion()), decisions);
    }

    private static Optional<RulesThen> rules(Transaction transaction, int version) throws SQLException {
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement(
                        "select version, digest, published_at, content, model from published_rules where version = ?")) {
            query.setInt(1, version);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new RulesThen(
                                row.getInt(1),
                                row.getString(2),
                                row.getObject(3, OffsetDateTime.class).toInstant(),
                                row.getString(4),
                                Optional.ofNullable(row.getString(5))))
                        : Optional.empty();
            }
        }
    }
}

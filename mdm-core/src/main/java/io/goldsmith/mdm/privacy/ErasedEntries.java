package io.goldsmith.mdm.privacy;

import io.goldsmith.mdm.quality.BrokenPayloadException;
import io.goldsmith.mdm.quality.PayloadSeal;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Removes a person from the quarantine: the entries of the person's records, and those that never became records but whose text names
 * the person. The latter have no index by what they say, so they are read page by page; they are few.
 */
final class ErasedEntries {

    private static final int PAGE = 500;
    private static final int SHORTEST_PHONE = 6;
    private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]");

    private static final String UNREADABLE =
            "select id, source_system, origin, payload, payload_key from quarantine_entry"
                    + " where record_id is null and id > ? order by id fetch first ? rows only";

    private final Transaction transaction;
    private final Instant now;
    private final PayloadSeal seal;
    private final List<ErasedRecord> records;
    private final Set<String> emails = new HashSet<>();
    private final Set<String> phones = new HashSet<>();
    private final List<List<String>> names;

    /**
     * @param seal opens what was delivered
     * @param identifiers what identifies the person, in any version
     * @param names the words of the person's name in each version
     */
    ErasedEntries(
            Transaction transaction,
            Instant now,
            PayloadSeal seal,
            List<ErasedRecord> records,
            Set<PersonalIdentifiers.Identifier> identifiers,
            List<List<String>> names) {
        this.transaction = transaction;
        this.now = now;
        this.seal = seal;
        this.records = records;
        this.names = names.stream().filter(words -> words.size() > 1).toList();
        for (PersonalIdentifiers.Identifier identifier : identifiers) {
            if (identifier.tag() == SuppressionTag.EMAIL) {
                emails.add(identifier.text());
            } else if (identifier.tag() == SuppressionTag.PHONE) {
                national(identifier.text());
            }
        }
    }

    /** The last nine digits tell a phone, with its country or without. */
    private void national(String phone) {
        String digits = NO_DIGITS.matcher(phone).replaceAll("");
        if (digits.length() >= SHORTEST_PHONE) {
            phones.add(digits.substring(Math.max(0, digits.length() - 9)));
        }
    }

    void remove() throws SQLException {
        try (BulkWriter update = transaction.bulk(
                "update quarantine_entry set origin = ?, payload = '', payload_key = '', payload_digest = '',"
                        + " closing_comment = '', reasons = '[\"erased\"]', state = case when state = 'WAITING' then 'DISCARDED' else state end,"
                        + " closed_at = coalesce(closed_at, ?) where record_id = ?")) {
            for (ErasedRecord record : records) {
                update.row(record.tombstone(), now, record.recordId());
            }
        }
        try (BulkWriter update = transaction.bulk(
                "update quarantine_entry set origin = ?, payload = '', payload_key = '', payload_digest = '',"
                        + " closing_comment = '', reasons = '[\"erased\"]', state = case when state = 'WAITING' then 'DISCARDED' else state end,"
                        + " closed_at = coalesce(closed_at, ?) where id = ?")) {
            for (Long id : naming()) {
                update.row("erased:" + id, now, id);
            }
        }
    }

    private List<Long> naming() throws SQLException {
        List<Long> naming = new ArrayList<>();
        long after = 0;
        int read = PAGE;
        while (read == PAGE) {
            read = 0;
            try (PreparedStatement query = transaction.connection().prepareStatement(UNREADABLE)) {
                query.setLong(1, after);
                query.setInt(2, PAGE);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        read++;
                        after = row.getLong(1);
                        if (names(row)) {
                            naming.add(after);
                        }
                    }
                }
            }
        }
        return naming;
    }

    /** What nobody can read any more goes too: it may have named the person, and is of no use to anybody. */
    private boolean names(ResultSet row) throws SQLException {
        String key = row.getString(5);
        try {
            String payload = key == null ? row.getString(4) : seal.open(row.getLong(1), key, row.getString(4));
            return names(row.getString(2), row.getString(3), payload);
        } catch (BrokenPayloadException broken) {
            return true;
        }
    }

    private static Set<String> wordsOf(String text) {
        return new HashSet<>(List.of(PersonalIdentifiers.NO_WORD.split(text)));
    }

    private boolean names(String system, String origin, String payload) {
        String text = payload.toUpperCase(Locale.ROOT);
        String digits = NO_DIGITS.matcher(payload).replaceAll("");
        return emails.stream().anyMatch(text::contains)
                || phones.stream().anyMatch(digits::contains)
                || names.stream().anyMatch(wordsOf(text)::containsAll)
                || records.stream()
                        .filter(record -> record.id().source().equals(system))
                        .anyMatch(record -> origin.equals(record.id().key())
                                || payload.contains('"' + record.id().key() + '"'));
    }
}

package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.survive.Candidate;
import io.goldsmith.matching.survive.Echo;
import io.goldsmith.mdm.source.WrittenOrigin;
import io.goldsmith.mdm.source.WrittenValues;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes survivorship candidates of source records: with the ages of their values, and what among them the hub itself wrote. */
final class CandidateReading {

    private static final int LOOKUP = 500;

    private final WrittenValues writtenValues;
    private final ResolutionRules rules;

    CandidateReading(WrittenValues writtenValues, ResolutionRules rules) {
        this.writtenValues = writtenValues;
        this.rules = rules;
    }

    /** The candidates of the records, by hub id. */
    Map<Long, Candidate> read(Transaction transaction, Collection<MemberRecord> members) throws SQLException {
        Map<Long, AttributeAges> ages = AttributeAges.read(transaction, members);
        Map<Long, Map<String, List<WrittenOrigin>>> written =
                written(members.stream().map(MemberRecord::recordId).toList());
        Map<Long, Candidate> candidates = new HashMap<>();
        for (MemberRecord member : members) {
            try {
                candidates.put(
                        member.recordId(),
                        candidate(
                                member,
                                ages.get(member.recordId()),
                                written.getOrDefault(member.recordId(), Map.of())));
            } catch (RuntimeException e) {
                throw new ResolutionException(member.recordId(), e);
            }
        }
        return candidates;
    }

    private Map<Long, Map<String, List<WrittenOrigin>>> written(List<Long> recordIds) {
        Map<Long, Map<String, List<WrittenOrigin>>> written = new HashMap<>();
        for (int from = 0; from < recordIds.size(); from += LOOKUP) {
            written.putAll(writtenValues.lookup(recordIds.subList(from, Math.min(recordIds.size(), from + LOOKUP))));
        }
        return written;
    }

    private Candidate candidate(MemberRecord member, AttributeAges ages, Map<String, List<WrittenOrigin>> written) {
        AttributeValues raw = withoutNeverKnown(member.raw(), ages);
        Map<String, Instant> changedAt = ages == null ? Map.of() : Map.copyOf(ages.since());
        return new Candidate(
                member.id(),
                member.version(),
                member.sourceTimestamp(),
                changedAt,
                raw,
                member.standard(),
                rules.trustOf(member.id().source()),
                member.doubtful(),
                echoes(member, raw, changedAt, written));
    }

    private static AttributeValues withoutNeverKnown(AttributeValues raw, AttributeAges ages) {
        if (raw.asMap().values().stream().noneMatch(List::isEmpty)) {
            return raw;
        }
        Map<String, List<String>> known = new TreeMap<>(raw.asMap());
        known.entrySet()
                .removeIf(entry -> entry.getValue().isEmpty() && (ages == null || !ages.everHadValue(entry.getKey())));
        return AttributeValues.of(known);
    }

    private Map<String, Echo> echoes(
            MemberRecord member,
            AttributeValues raw,
            Map<String, Instant> changedAt,
            Map<String, List<WrittenOrigin>> written) {
        if (written.isEmpty()) {
            return Map.of();
        }
        Map<String, Echo> echoes = new TreeMap<>();
        written.forEach((attribute, writes) -> {
            if (raw.isKnown(attribute)) {
                List<String> standard = member.standard().all(attribute);
                Instant since = changedAt.getOrDefault(attribute, member.sourceTimestamp());
                writes.stream()
                        .filter(write -> !write.origin().equals(member.id()))
                        .filter(write -> write.isEchoedBy(standard, since))
                        .findFirst()
                        .ifPresent(write -> echoes.put(attribute, echo(write)));
            }
        });
        return echoes;
    }

    private Echo echo(WrittenOrigin write) {
        return new Echo(
                write.origin(),
                write.originVersion(),
                write.asOf(),
                rules.trustOf(write.origin().source()));
    }
}

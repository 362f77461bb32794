package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.survive.Candidate;
import io.goldsmith.matching.survive.Conflict;
import io.goldsmith.matching.survive.Pin;
import io.goldsmith.matching.survive.Survivors;
import io.goldsmith.mdm.golden.MemberList;
import io.goldsmith.mdm.golden.ProvenanceDocument;
import io.goldsmith.mdm.golden.SearchTerms;
import io.goldsmith.mdm.store.Documents;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A cluster with its golden values, in the form in which they are stored.
 *
 * @param attributes the golden values, a document
 * @param provenance a document
 * @param members a document
 * @param terms the search terms, without the golden id
 * @param conflicts where sources that are believed enough disagree
 */
record EvaluatedCluster(
        FormedCluster cluster,
        String attributes,
        String provenance,
        String members,
        Optional<Instant> validUntil,
        Set<String> terms,
        List<Conflict> conflicts) {

    /**
     * Lets the golden values of a cluster survive.
     *
     * @param candidates by hub id
     * @param pins by the hub id of the record that they are anchored on
     */
    static EvaluatedCluster of(
            FormedCluster cluster,
            Map<Long, Candidate> candidates,
            Map<Long, List<Pin>> pins,
            ResolutionRules rules,
            Instant evaluationInstant) {
        List<Candidate> ofCluster = cluster.members().stream()
                .map(member -> candidates.get(member.recordId()))
                .toList();
        List<Pin> pinned = cluster.members().stream()
                .flatMap(member -> pins.getOrDefault(member.recordId(), List.of()).stream())
                .toList();
        Survivors survivors = rules.survivorship().survive(ofCluster, pinned, evaluationInstant);
        List<RecordId> ids = cluster.members().stream().map(MemberRecord::id).toList();
        return new EvaluatedCluster(
                cluster,
                Documents.write(survivors.values()),
                ProvenanceDocument.write(survivors.provenance()),
                MemberList.write(ids),
                survivors.validUntil(),
                SearchTerms.of(rules.matching().attributes(), survivors.values(), ids),
                survivors.conflicts());
    }

    List<Long> recordIds() {
        return cluster.members().stream().map(MemberRecord::recordId).toList();
    }
}

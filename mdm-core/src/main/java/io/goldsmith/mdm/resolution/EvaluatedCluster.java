package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
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
import java.util.Optional;
import java.util.Set;

/**
 * A cluster with its golden values, in the form in which they are stored.
 *
 * @param values the golden values
 * @param attributes the same, a document
 * @param provenance a document
 * @param members a document
 * @param conflicts where sources that are believed enough disagree
 */
record EvaluatedCluster(
        FormedCluster cluster,
        AttributeValues values,
        String attributes,
        String provenance,
        String members,
        Optional<Instant> validUntil,
        List<Conflict> conflicts) {

    /**
     * Lets the golden values of a cluster survive.
     *
     * @param facts those of its records, maybe among others
     */
    static EvaluatedCluster of(
            FormedCluster cluster, EvaluationFacts facts, ResolutionRules rules, Instant evaluationInstant) {
        List<Candidate> ofCluster = cluster.members().stream()
                .map(member -> facts.candidates().get(member.recordId()))
                .toList();
        List<Pin> pinned = cluster.members().stream()
                .flatMap(member -> facts.pins().getOrDefault(member.recordId(), List.of()).stream())
                .toList();
        Survivors chosen = rules.survivorship().survive(ofCluster, pinned, evaluationInstant);
        Survivors survivors = rules.lifecycle()
                .map(lifecycle ->
                        Lifecycle.derive(lifecycle, chosen, ofCluster, orders(cluster, facts), evaluationInstant))
                .orElse(chosen);
        return new EvaluatedCluster(
                cluster,
                survivors.values(),
                Documents.write(survivors.values()),
                ProvenanceDocument.write(survivors.provenance()),
                MemberList.write(ids(cluster)),
                survivors.validUntil(),
                survivors.conflicts());
    }

    private static List<Contact> orders(FormedCluster cluster, EvaluationFacts facts) {
        return cluster.members().stream()
                .map(MemberRecord::recordId)
                .filter(facts.lastOrders()::containsKey)
                .map(record -> Contact.ofOrder(
                        facts.lastOrders().get(record), facts.candidates().get(record)))
                .toList();
    }

    /**
     * The search terms, without the golden id.
     *
     * @param definitions the attributes of the golden values
     */
    Set<String> terms(List<AttributeDefinition> definitions) {
        return SearchTerms.of(definitions, values, ids(cluster));
    }

    private static List<RecordId> ids(FormedCluster cluster) {
        return cluster.members().stream().map(MemberRecord::id).toList();
    }

    List<Long> recordIds() {
        return cluster.members().stream().map(MemberRecord::recordId).toList();
    }
}

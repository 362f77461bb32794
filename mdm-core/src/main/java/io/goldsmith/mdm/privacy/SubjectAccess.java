package io.goldsmith.mdm.privacy;

import io.goldsmith.matching.survive.Provenance;
import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.golden.GoldenRecords;
import io.goldsmith.mdm.golden.RelatedGoldenRecord;
import io.goldsmith.mdm.resolution.CustomerScope;
import io.goldsmith.mdm.resolution.Resolution;
import io.goldsmith.mdm.stewardship.Decision;
import io.goldsmith.mdm.stewardship.Stewardship;
import io.goldsmith.mdm.store.Store;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Gathers everything that the hub has of a customer, section by section, for who asks for access or portability. */
final class SubjectAccess {

    private static final int RELATIONS_PAGE = 200;

    private final Store store;
    private final GoldenRecords goldenRecords;
    private final Stewardship stewardship;
    private final Resolution resolution;
    private final Requests requests;
    private final Restrictions restrictions;

    SubjectAccess(
            Store store,
            GoldenRecords goldenRecords,
            Stewardship stewardship,
            Resolution resolution,
            Requests requests,
            Restrictions restrictions) {
        this.store = store;
        this.goldenRecords = goldenRecords;
        this.stewardship = stewardship;
        this.resolution = resolution;
        this.requests = requests;
        this.restrictions = restrictions;
    }

    void write(GoldenId id, SubjectDocument document) {
        GoldenRecord golden = goldenRecords
                .find(id)
                .orElseThrow(() -> new MdmException(
                        "There is no golden record " + id + " to export: it does not exist, or it was erased"));
        document.begin(golden.id().toString(), store.clock().instant());
        document.section("goldenRecord");
        document.entry(current(golden));
        document.section("provenance");
        golden.provenance().forEach((name, provenance) -> document.entry(provenance(name, provenance)));
        document.section("formerVersions");
        CustomerScope scope = resolution.scopeOf(golden.id());
        scope.goldenIds().forEach(former -> formerVersions(new GoldenId(former), golden, document));
        SubjectRows rows = new SubjectRows(store, scope.recordIds());
        document.section("sourceRecords");
        rows.versions(document);
        document.section("consents");
        store.inTransaction(transaction -> ConsentReading.ofRecords(transaction, scope.recordIds()))
                .forEach(fact -> document.entry(consent(fact)));
        document.section("orders");
        rows.orders(document);
        document.section("relations");
        relations(golden.id(), document);
        document.section("decisions");
        stewardship.decisionsOf(golden.id()).forEach(decision -> document.entry(decision(decision)));
        document.section("requests");
        requests.of(golden.id()).forEach(request -> document.entry(request(request)));
        document.section("recipients");
        requests.systems(golden).forEach(system -> document.entry(Map.of("system", system)));
        document.end();
    }

    private void relations(GoldenId id, SubjectDocument document) {
        int page = 0;
        List<RelatedGoldenRecord> relations = goldenRecords.relations(id, page, RELATIONS_PAGE);
        while (!relations.isEmpty()) {
            relations.forEach(relation -> document.entry(relation(relation)));
            relations = goldenRecords.relations(id, ++page, RELATIONS_PAGE);
        }
    }

    /** The versions of a golden id, oldest first, but the one that is shown as current; of the ids merged into it too. */
    private void formerVersions(GoldenId id, GoldenRecord current, SubjectDocument document) {
        Optional<GoldenRecord> version = goldenRecords.version(id, 1);
        while (version.isPresent()) {
            GoldenRecord former = version.get();
            if (!former.id().equals(current.id()) || former.version() != current.version()) {
                document.entry(former(former));
            }
            version = goldenRecords.version(id, former.version() + 1);
        }
    }

    private Map<String, Object> current(GoldenRecord golden) {
        Map<String, Object> fields = former(golden);
        fields.put("restricted", restrictions.isRestricted(golden.id()));
        fields.put("members", golden.members().stream().map(Object::toString).toList());
        return fields;
    }

    private static Map<String, Object> former(GoldenRecord golden) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("goldenId", golden.id().toString());
        fields.put("version", golden.version());
        fields.put("evaluatedAt", golden.evaluatedAt().toString());
        fields.put("cause", golden.cause());
        fields.put("values", golden.attributes().asMap());
        return fields;
    }

    private static Map<String, Object> provenance(String name, Provenance provenance) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("attribute", name);
        fields.put("record", provenance.record().toString());
        fields.put("version", provenance.version());
        fields.put("rule", provenance.rule());
        fields.put("asOf", provenance.asOf().toString());
        fields.put("purposes", provenance.purposes().stream().sorted().toList());
        provenance.verification().ifPresent(said -> {
            fields.put("verification", said.status().word());
            fields.put("reference", said.reference());
            fields.put("edition", said.edition().toString());
            fields.put("corrections", new TreeMap<>(said.corrections()));
        });
        fields.put(
                "losing",
                provenance.losers().stream()
                        .map(loser ->
                                Map.of("record", loser.record().toString(), "values", new TreeMap<>(loser.values())))
                        .collect(Collectors.toList()));
        return fields;
    }

    private static Map<String, Object> consent(ConsentFact fact) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("record", fact.record().toString());
        fields.put("purpose", fact.purpose());
        fields.put("channel", fact.channel().name());
        fields.put("status", fact.status().name());
        fields.put("legalBasis", fact.basis().name());
        fields.put("textVersion", fact.textVersion());
        fields.put("proof", fact.proof());
        fields.put("decidedAt", fact.decidedAt().toString());
        fact.expiresAt().ifPresent(expiry -> fields.put("expiresAt", expiry.toString()));
        fields.put("party", fact.party().name());
        return fields;
    }

    private static Map<String, Object> relation(RelatedGoldenRecord relation) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", relation.kind());
        fields.put("role", relation.role());
        fields.put("direction", relation.outgoing() ? "to" : "from");
        // The other one is a person of their own: only the id, which tells nothing outside the hub.
        fields.put("other", relation.other().toString());
        fields.put("source", relation.provenance().from().source());
        fields.put("recordedAt", relation.provenance().recordedAt().toString());
        relation.validFrom().ifPresent(from -> fields.put("validFrom", from.toString()));
        relation.validUntil().ifPresent(end -> fields.put("validUntil", end.toString()));
        return fields;
    }

    private static Map<String, Object> decision(Decision decision) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", decision.kind().name());
        fields.put("left", decision.left().toString());
        fields.put("right", decision.right().toString());
        fields.put("madeAt", decision.madeAt().toString());
        fields.put("undone", decision.undoneBy().isPresent());
        return fields;
    }

    private static Map<String, Object> request(PrivacyRequest request) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", request.kind().name());
        fields.put("state", request.state().name());
        fields.put("receivedAt", request.receivedAt().toString());
        fields.put("dueAt", request.dueAt().toString());
        return fields;
    }
}

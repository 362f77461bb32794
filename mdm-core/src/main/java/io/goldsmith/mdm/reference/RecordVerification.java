package io.goldsmith.mdm.reference;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.survive.VerificationStatus;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Asks the editions in service about a page of records, with few questions to the database. Lives for one transaction. */
final class RecordVerification {

    private final Transaction transaction;
    private final VerificationPlan plan;
    private final List<ReferenceEdition> editions;

    RecordVerification(Transaction transaction, VerificationPlan plan) throws SQLException {
        this.transaction = transaction;
        this.plan = plan;
        this.editions = ReferenceEdition.current(transaction);
    }

    /** What an edition says of a subject of a record. */
    private record Said(AskedRecord record, VerifiedSubject subject, VerificationAnswer answer) {}

    /** What of the stored answers about the records is to change. */
    List<VerificationFacts.Change> changes(List<AskedRecord> records) throws SQLException {
        Map<Long, Map<String, VerificationAnswer>> stored = VerificationFacts.of(
                transaction, records.stream().map(AskedRecord::recordId).toList());
        List<VerificationFacts.Change> changes = new ArrayList<>();
        Map<Long, Set<String>> stale = new HashMap<>();
        stored.forEach((recordId, answers) -> stale.put(recordId, new TreeSet<>(answers.keySet())));
        List<Said> said = new ArrayList<>(addresses(records));
        said.addAll(companies(records));
        for (Said each : said) {
            long recordId = each.record.recordId();
            String name = each.subject.name();
            Optional<VerificationAnswer> before =
                    Optional.ofNullable(stored.getOrDefault(recordId, Map.of()).get(name));
            stale.computeIfAbsent(recordId, none -> new TreeSet<>()).remove(name);
            // Said again by a later edition, it stays as it was: nothing that depends on it changes.
            if (before.filter(each.answer::saysAs).isEmpty()) {
                changes.add(
                        new VerificationFacts.Change(recordId, each.record.version(), name, Optional.of(each.answer)));
            }
        }
        for (AskedRecord record : records) {
            stale.getOrDefault(record.recordId(), Set.of())
                    .forEach(name -> changes.add(
                            new VerificationFacts.Change(record.recordId(), record.version(), name, Optional.empty())));
        }
        return changes;
    }

    private List<Said> addresses(List<AskedRecord> records) throws SQLException {
        Set<AddressForm> asked = new HashSet<>();
        List<Said> said = new ArrayList<>();
        forEach(records, AddressSubject.class, (record, standard, subject) -> {
            AddressForm form = subject.form(standard);
            if (form.hasHouse() && covering(form).isPresent()) {
                asked.add(form);
            }
        });
        Map<AddressForm, AddressJudgement> judged =
                asked.isEmpty() ? Map.of() : AddressLookup.judge(transaction, asked);
        forEach(records, AddressSubject.class, (record, standard, subject) -> {
            AddressForm form = subject.form(standard);
            covering(form)
                    .ifPresent(newest -> said.add(
                            new Said(record, subject, answer(standard, subject, form, newest, judged.get(form)))));
        });
        return said;
    }

    private VerificationAnswer answer(
            AttributeValues standard,
            AddressSubject subject,
            AddressForm form,
            ReferenceEdition newest,
            AddressJudgement found) {
        AddressJudgement judgement = form.hasHouse() ? found : AddressJudgement.unknown(VerificationFinding.NO_NUMBER);
        ReferenceEdition edition =
                judgement.entry().flatMap(entry -> byId(entry.edition())).orElse(newest);
        return answer(
                standard,
                subject,
                edition,
                judgement.status(),
                judgement.finding(),
                judgement.entry().map(entry -> subject.corrections(form, entry)).orElse(Map.of()));
    }

    private static VerificationAnswer answer(
            AttributeValues standard,
            VerifiedSubject subject,
            ReferenceEdition edition,
            VerificationStatus status,
            VerificationFinding finding,
            Map<String, String> corrections) {
        return new VerificationAnswer(
                subject.hash(standard).orElseThrow(),
                edition.id(),
                edition.dataset(),
                edition.dated(),
                status,
                finding,
                corrections);
    }

    /** The newest edition that covers the area of an address: of an area that none covers, nothing can be said. */
    private Optional<ReferenceEdition> covering(AddressForm form) {
        String area = ReferenceEdition.areaOf(form.postcode());
        return area.isEmpty()
                ? Optional.empty()
                : editions.stream()
                        .filter(edition -> edition.areas().contains(area))
                        .findFirst();
    }

    private List<Said> companies(List<AskedRecord> records) throws SQLException {
        Set<Long> units = new HashSet<>();
        Set<Long> establishments = new HashSet<>();
        forEach(records, CompanySubject.class, (record, standard, subject) -> {
            subject.unit(standard).ifPresent(units::add);
            subject.establishment(standard).ifPresent(number -> {
                establishments.add(number);
                units.add(CompanyNumber.sirenOf(number));
            });
        });
        Map<Long, CompanyEntry> unitEntries = CompanyLookup.find(transaction, ReferenceLayout.LEGAL_UNITS, units);
        Map<Long, CompanyEntry> establishmentEntries =
                CompanyLookup.find(transaction, ReferenceLayout.ESTABLISHMENTS, establishments);
        List<Said> said = new ArrayList<>();
        forEach(records, CompanySubject.class, (record, standard, subject) -> {
            Optional<ReferenceEdition> newest = editions.stream()
                    .filter(edition -> edition.layout() == subject.layout())
                    .findFirst();
            if (newest.isPresent()) {
                CompanySubject.Judgement judgement = subject.judge(
                        standard,
                        subject.unit(standard).map(unitEntries::get),
                        subject.establishment(standard).map(establishmentEntries::get));
                ReferenceEdition edition = byId(judgement.edition()).orElse(newest.get());
                said.add(new Said(
                        record,
                        subject,
                        answer(
                                standard,
                                subject,
                                edition,
                                judgement.status(),
                                judgement.finding(),
                                judgement.corrections())));
            }
        });
        return said;
    }

    private Optional<ReferenceEdition> byId(long id) {
        return editions.stream().filter(edition -> edition.id() == id).findFirst();
    }

    /** Takes a record that asks about a subject. */
    private interface Asking<S> {
        void take(AskedRecord record, AttributeValues standard, S subject);
    }

    private <S extends VerifiedSubject> void forEach(List<AskedRecord> records, Class<S> kind, Asking<S> asking) {
        for (AskedRecord record : records) {
            for (VerifiedSubject subject : plan.subjects()) {
                record.standard()
                        .filter(standard -> kind.isInstance(subject) && subject.asks(standard))
                        .ifPresent(standard -> asking.take(record, standard, kind.cast(subject)));
            }
        }
    }
}

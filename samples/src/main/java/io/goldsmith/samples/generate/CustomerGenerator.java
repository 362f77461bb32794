package io.goldsmith.samples.generate;

import io.goldsmith.samples.generate.RecordPlan.Kind;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * French customers, persons and organisations, as three systems know them, with the truth of who is who. The same number of records and
 * the same seed give the same records, on any machine. Every stream is lazy and may be read again; one at a time or together.
 */
public final class CustomerGenerator {

    /** More would not fit the plan, which holds eight bytes per record in arrays. */
    public static final long MOST_RECORDS = 500_000_000;

    private static final Weighted<String> ROLES =
            Weighted.parse("dirigeant=30 acheteur=30 comptable=25 assistant=10 technique=5");
    private static final int MOST_CONTACTS_OF_ACCOUNT = 3;

    private final long seed;
    private final Population population;
    private final RecordPlan plan;
    private final PersonRecords persons;
    private final OrganisationRecords organisations;

    /**
     * Plans who appears where.
     *
     * @param records how many source records there are over the three systems, from 1 to {@link #MOST_RECORDS}
     */
    public CustomerGenerator(long records, long seed) {
        this(records, seed, FaultRates.FROZEN);
    }

    /** As {@link #CustomerGenerator(long, long)}, with other faults than the frozen ones: for tests of a single fault. */
    public CustomerGenerator(long records, long seed, FaultRates rates) {
        if (records < 1 || records > MOST_RECORDS) {
            throw new IllegalArgumentException(
                    "The number of records must be between 1 and %d, but is %d: choose another --records."
                            .formatted(MOST_RECORDS, records));
        }
        this.seed = seed;
        Vocabulary vocabulary = Vocabulary.load();
        this.population = new Population(seed, rates, vocabulary);
        this.plan = new RecordPlan(records, seed, population, rates);
        Faults faults = new Faults(rates);
        this.persons = new PersonRecords(vocabulary, faults);
        this.organisations = new OrganisationRecords(faults);
    }

    /** The persons in the CRM, by key. */
    public Stream<Labelled<CrmContact>> crmContacts() {
        return records(Kind.CONTACT, number -> {
            Origin origin = origin(Kind.CONTACT, number);
            return persons.contact(origin.key(), (Person) origin.entity(), origin.strangersPhone(), origin.draw());
        });
    }

    /** The organisations in the CRM, by key. */
    public Stream<Labelled<CrmAccount>> crmAccounts() {
        return records(Kind.ACCOUNT, number -> {
            Origin origin = origin(Kind.ACCOUNT, number);
            Organisation organisation = (Organisation) origin.entity();
            return organisations.account(origin.key(), organisation, origin.strangersPhone(), origin.draw());
        });
    }

    /** Which contact works for which account, by account. */
    public Stream<AccountContact> accountContacts() {
        int contacts = plan.size(Kind.CONTACT);
        return IntStream.range(0, contacts == 0 ? 0 : plan.size(Kind.ACCOUNT))
                .boxed()
                .flatMap(account -> {
                    Draw draw = Draw.of(seed, Purpose.RELATIONS, account);
                    return IntStream.range(0, draw.below(MOST_CONTACTS_OF_ACCOUNT + 1))
                            .mapToObj(i -> draw.below(contacts))
                            .distinct()
                            .map(contact -> new AccountContact(
                                    Kind.ACCOUNT.key(account),
                                    Kind.CONTACT.key(contact),
                                    ROLES.pick(draw),
                                    Timeline.lastModified(draw)));
                });
    }

    /** The customers of the ERP with their orders, by key. */
    public Stream<Labelled<ErpClient>> erpClients() {
        return records(Kind.CLIENT, number -> {
            Origin origin = origin(Kind.CLIENT, number);
            List<ErpOrder> orders = Purchases.orders(origin.key(), Draw.of(seed, Purpose.ORDERS, number));
            Supplier<String> stranger = origin.strangersPhone();
            return origin.entity() instanceof Person person
                    ? persons.client(origin.key(), person, stranger, orders, origin.draw())
                    : organisations.client(
                            origin.key(), (Organisation) origin.entity(), stranger, orders, origin.draw());
        });
    }

    /** The customers of accounting, by key. */
    public Stream<Labelled<AccountingCustomer>> accountingCustomers() {
        return records(Kind.ACCOUNTING, number -> {
            Origin origin = origin(Kind.ACCOUNTING, number);
            var total = Purchases.total(origin.draw());
            Supplier<String> stranger = origin.strangersPhone();
            return origin.entity() instanceof Person person
                    ? persons.accountingCustomer(origin.key(), person, stranger, total, origin.draw())
                    : organisations.accountingCustomer(
                            origin.key(), (Organisation) origin.entity(), stranger, total, origin.draw());
        });
    }

    private record Origin(String key, Entity entity, Supplier<String> strangersPhone, Draw draw) {}

    private Origin origin(Kind kind, int number) {
        long place = plan.placeOf(kind, number);
        Draw draw = Draw.of(seed, Purpose.RECORD, place * Kind.values().length + kind.ordinal());
        Entity entity = population.unit(RecordPlan.unitOf(place)).get(RecordPlan.memberOf(place));
        return new Origin(kind.key(number), entity, () -> population.landlineOf(draw.below(plan.units())), draw);
    }

    private <T extends SourceRecord> Stream<Labelled<T>> records(Kind kind, IntFunction<T> record) {
        return IntStream.range(0, plan.size(kind))
                .mapToObj(number ->
                        new Labelled<>(record.apply(number), RecordPlan.entityIdOf(plan.placeOf(kind, number))));
    }
}

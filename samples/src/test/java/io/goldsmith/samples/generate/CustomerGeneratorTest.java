package io.goldsmith.samples.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CustomerGeneratorTest {

    private static final CustomerGenerator GENERATOR = new CustomerGenerator(20_000, 11);

    private static Stream<Labelled<? extends SourceRecord>> all(CustomerGenerator generator) {
        return Stream.of(
                        generator.crmContacts(),
                        generator.crmAccounts(),
                        generator.erpClients(),
                        generator.accountingCustomers())
                .flatMap(stream -> stream);
    }

    @Test
    void makesExactlyTheRecordsAskedFor() {
        for (long records : new long[] {1, 2, 3, 17, 1000}) {
            assertThat(all(new CustomerGenerator(records, 3))).hasSize((int) records);
        }
    }

    @Test
    void refusesANumberOfRecordsBelowOne() {
        assertThatThrownBy(() -> new CustomerGenerator(0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("between 1 and")
                .hasMessageContaining("is 0");
    }

    @Test
    void givesOtherCustomersForAnotherSeed() {
        List<String> one = new CustomerGenerator(50, 1)
                .crmContacts()
                .map(each -> each.record().lastName())
                .toList();
        List<String> two = new CustomerGenerator(50, 2)
                .crmContacts()
                .map(each -> each.record().lastName())
                .toList();
        assertThat(one).isNotEqualTo(two);
    }

    @Test
    void keysAreUniqueAndNeighboursAreSeldomTheSameCustomer() {
        List<Labelled<? extends SourceRecord>> records = all(GENERATOR).toList();
        Set<String> keys =
                records.stream().map(each -> each.record().qualifiedKey()).collect(Collectors.toSet());
        assertThat(keys).hasSize(records.size());
        int neighbours = 0;
        for (int i = 1; i < records.size(); i++) {
            neighbours += records.get(i).entityId().equals(records.get(i - 1).entityId()) ? 1 : 0;
        }
        assertThat(neighbours).isLessThan(10);
    }

    @Test
    void anEntityIsAPersonEverywhereOrAnOrganisationEverywhere() {
        Map<String, Set<String>> types = all(GENERATOR)
                .collect(Collectors.groupingBy(
                        Labelled::entityId,
                        Collectors.mapping(each -> each.record().attributes().get("party_type"), Collectors.toSet())));
        assertThat(types.values()).allSatisfy(each -> assertThat(each).hasSize(1));
        double organisations = types.values().stream()
                .filter(each -> each.contains("organisation"))
                .count();
        assertThat(organisations / types.size()).isCloseTo(0.15, within(0.02));
    }

    @Test
    void mostEntitiesWithSeveralRecordsAreKnownToSeveralSystemsAndSomeTwiceToOne() {
        Map<String, List<String>> sources = all(GENERATOR)
                .collect(Collectors.groupingBy(
                        Labelled::entityId,
                        Collectors.mapping(each -> each.record().source(), Collectors.toList())));
        long inSeveral = sources.values().stream()
                .filter(each -> new HashSet<>(each).size() > 1)
                .count();
        long twiceInOne = sources.values().stream()
                .filter(each -> new HashSet<>(each).size() < each.size())
                .count();
        assertThat(inSeveral).isBetween(sources.size() * 4L / 10, sources.size() * 7L / 10);
        assertThat(twiceInOne).isBetween(sources.size() * 5L / 100, sources.size() * 12L / 100);
    }

    @Test
    void faultsHaveRoughlyTheirRates() {
        FaultRates rates = FaultRates.FROZEN;
        assertThat(shareOfContacts(contact -> contact.birthDate().isEmpty()))
                .isCloseTo(rates.missingBirthDate(), within(0.015));
        assertThat(shareOfContacts(contact -> contact.email().isEmpty()))
                .isCloseTo(rates.missingEmail(), within(0.015));
        assertThat(shareOfContacts(contact -> contact.mobile().isEmpty()))
                .isCloseTo(rates.missingPhone(), within(0.015));
        assertThat(shareOfContacts(contact -> contact.firstName().matches("[A-ZÉ]\\.")))
                .isCloseTo(rates.initial(), within(0.006));
        assertThat(shareOfContacts(contact -> contact.birthDate()
                        .filter(date -> date.getYear() == 1900)
                        .isPresent()))
                .isCloseTo(rates.placeholder(), within(0.004));
        assertThat(shareOfContacts(contact -> contact.birthDate()
                        .filter(date -> date.isAfter(Timeline.AS_OF))
                        .isPresent()))
                .isBetween(0.0005, 0.005);
        assertThat(shareOfContacts(contact -> contact.address().street().isEmpty()))
                .isCloseTo(rates.missingStreet(), within(0.01));
    }

    private static double shareOfContacts(Predicate<CrmContact> fault) {
        return GENERATOR
                .crmContacts()
                .map(Labelled::record)
                .mapToInt(contact -> fault.test(contact) ? 1 : 0)
                .average()
                .orElseThrow();
    }

    @Test
    void householdsShareAnAddressAndTwinsABirthDate() {
        record Twin(String familyName, String street, Object birthDate) {}
        Map<Twin, Set<String>> together = GENERATOR
                .crmContacts()
                .filter(each -> each.record().birthDate().isPresent()
                        && !each.record().address().street().isEmpty())
                .collect(Collectors.groupingBy(
                        each -> new Twin(
                                each.record().lastName(),
                                each.record().address().street(),
                                each.record().birthDate()),
                        Collectors.mapping(Labelled::entityId, Collectors.toSet())));
        assertThat(together.values()).anyMatch(entities -> entities.size() > 1);
    }

    @Test
    void relationsJoinAccountsAndContactsThatExist() {
        Set<String> contacts =
                GENERATOR.crmContacts().map(each -> each.record().key()).collect(Collectors.toSet());
        Set<String> accounts =
                GENERATOR.crmAccounts().map(each -> each.record().key()).collect(Collectors.toSet());
        assertThat(GENERATOR.accountContacts()).isNotEmpty().allSatisfy(relation -> {
            assertThat(contacts).contains(relation.contactKey());
            assertThat(accounts).contains(relation.accountKey());
        });
    }

    @Test
    void ordersAreInThePastAndSkewed() {
        List<List<ErpOrder>> orders =
                GENERATOR.erpClients().map(each -> each.record().orders()).toList();
        assertThat(orders.stream().flatMap(List::stream)).allSatisfy(order -> {
            assertThat(order.date()).isBeforeOrEqualTo(Timeline.AS_OF);
            assertThat(order.cents()).isPositive();
        });
        assertThat(orders).anyMatch(List::isEmpty).anyMatch(each -> each.size() > 10);
    }
}

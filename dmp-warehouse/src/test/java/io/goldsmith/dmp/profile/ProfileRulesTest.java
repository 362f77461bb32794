package io.goldsmith.dmp.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.dmp.DmpException;
import io.goldsmith.dmp.DmpSettingsException;
import io.goldsmith.dmp.SectionFixture;
import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.SemanticType;
import io.goldsmith.mdm.model.Attribute;
import io.goldsmith.mdm.model.EntityModel;
import io.goldsmith.mdm.model.Sensitivity;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileRulesTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final Clock JUNE_2026 = Clock.fixed(Instant.parse("2026-06-15T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void generalisesWhatTheSettingsNameAndDropsTheRest() {
        Map<String, List<String>> values = Map.of(
                "given_name", List.of("Anna"),
                "birth_date", List.of("1984-03-02"),
                "postcode", List.of("69003"),
                "town", List.of("Lyon"),
                "country", List.of("FR"),
                "socio_professional_category", List.of("Employé"),
                "interests", List.of("books", "travel"),
                "consent_profiling", List.of("granted"));
        OrderSummary orders = new OrderSummary(Optional.of(LocalDate.parse("2026-01-10")), 3, new BigDecimal("240.50"));

        Profile profile = rules("{}").profile(new CustomerFacts(KEY, values, orders));

        assertThat(profile.attributes())
                .containsOnly(
                        Map.entry("birth_years", List.of("1980-1984")),
                        Map.entry("department", List.of("69")),
                        Map.entry("socio_professional_category", List.of("employe")),
                        Map.entry("interests", List.of("books", "travel")),
                        Map.entry("amount_band", List.of("100-499")),
                        Map.entry("frequency_band", List.of("2-4")),
                        Map.entry("recency_band", List.of("3-11 months")));
        assertThat(profile.consents()).containsOnly(Map.entry("analytics", Consent.GRANTED));
        assertThat(profile.orders()).isEqualTo(orders);
    }

    @Test
    void refusesADirectIdentifierAndNamesItsKey() {
        assertThatThrownBy(() -> rules("""
                        {"profile": {"attributes": {
                           "contact": {"from": "email"},
                           "department": {"from": "postcode", "generalise": "department", "country-from": "phone"},
                           "spend": {"from": "orders.amount"},
                           "place": {"from": "town"},
                           "size": {"from": "shoe_size"},
                           "age": {"from": "birth_date", "generalise": "fortune"}}},
                         "projection": {"quasi-identifiers": ["age"], "sensitive": []}}"""))
                .isInstanceOfSatisfying(
                        DmpSettingsException.class,
                        thrown -> assertThat(thrown.problems())
                                .satisfiesExactly(
                                        problem -> assertThat(problem)
                                                .startsWith(
                                                        "dmp.profile.attributes.contact.from: 'email' is a direct identifier"),
                                        problem -> assertThat(problem)
                                                .startsWith(
                                                        "dmp.profile.attributes.department.country-from: 'phone' is a direct"),
                                        problem -> assertThat(problem)
                                                .startsWith(
                                                        "dmp.profile.attributes.spend.generalise: 'orders.amount' must be"),
                                        problem -> assertThat(problem)
                                                .startsWith(
                                                        "dmp.profile.attributes.place.generalise: 'town' must be made coarser"),
                                        problem -> assertThat(problem)
                                                .startsWith(
                                                        "dmp.profile.attributes.size.from must be an attribute of the model"),
                                        problem -> assertThat(problem)
                                                .startsWith(
                                                        "dmp.profile.attributes.age.generalise: there is no generalisation")));
    }

    @Test
    void doubtfulConsentIsNoConsent() {
        assertThat(consentOf(List.of("granted", "refused"))).contains(Consent.REFUSED);
        assertThat(consentOf(List.of("perhaps"))).contains(Consent.REFUSED);
        assertThat(consentOf(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "department, 69003, FR, 69",
                "department, 20000, -, 2A",
                "department, 20137, -, 2A",
                "department, 20200, -, 2B",
                "department, 20600, -, 2B",
                "department, 97400, FR, 974",
                "department, 98800, NC, 988",
                "department, 98000, FR, abroad",
                "department, 10115, DE, abroad",
                "department, 6900, FR, -",
                "birth-year, 1984-03-02, -, 1984",
                "birth-year, 2027-01-01, -, -",
                "birth-year-band-5, 1985-01-01, -, 1985-1989",
                "age-band-5, 1986-06-15, -, 40-44",
                "age-band-5, 1986-06-16, -, 35-39",
                "age-band-5, 1930-01-01, -, 90+",
                "age-band-5, 02/03/1984, -, -",
                "amount-band, 0, -, none",
                "amount-band, 99.99, -, under 100",
                "amount-band, 1000, -, 1000-4999",
                "amount-band, 5000, -, 5000 and more",
                "count-band, 0, -, none",
                "count-band, 12, -, 10 and more",
                "recency-band, 2026-03-16, -, under 3 months",
                "recency-band, 2024-06-15, -, 24 months and more",
                "socio-professional-category, Retraité(e), -, retraite e",
                "keep, gold, -, gold",
            })
    void cutsValuesInBands(String generalisation, String value, String country, String expected) {
        assertThat(Generalisation.of(generalisation)
                        .orElseThrow()
                        .apply(value, Optional.ofNullable(country), LocalDate.now(JUNE_2026)))
                .isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource({"anna@example.fr", "Anna Smith the second", "short"})
    void aKeyThatIsNotOpaqueIsRefusedWithoutRepeatingIt(String key) {
        assertThatThrownBy(() -> rules("{}").profile(new CustomerFacts(key, Map.of(), OrderSummary.NONE)))
                .isInstanceOf(DmpException.class)
                .hasMessageContaining("keyed hash")
                .hasMessageNotContaining(key);
    }

    private static Optional<Consent> consentOf(List<String> recorded) {
        Profile profile =
                rules("{}").profile(new CustomerFacts(KEY, Map.of("consent_profiling", recorded), OrderSummary.NONE));
        return Optional.ofNullable(profile.consents().get("analytics"));
    }

    private static ProfileRules rules(String section) {
        return ProfileRules.of(SectionFixture.read(section), customerModel(), JUNE_2026);
    }

    private static EntityModel customerModel() {
        List<Attribute> attributes = new ArrayList<>();
        List.of("given_name", "email", "phone")
                .forEach(name -> attributes.add(attribute(name, SemanticType.TEXT, Sensitivity.DIRECT_IDENTIFIER)));
        attributes.add(attribute("birth_date", SemanticType.DATE, Sensitivity.QUASI_IDENTIFIER));
        List.of("postcode", "town")
                .forEach(name ->
                        attributes.add(attribute(name, SemanticType.POSTAL_ADDRESS, Sensitivity.QUASI_IDENTIFIER)));
        List.of("title", "socio_professional_category")
                .forEach(name -> attributes.add(attribute(name, SemanticType.CODE, Sensitivity.QUASI_IDENTIFIER)));
        List.of("party_type", "lifecycle", "country", "interests", "preferences", "consent_profiling")
                .forEach(name -> attributes.add(attribute(name, SemanticType.CODE, Sensitivity.NONE)));
        attributes.add(attribute("loyalty_tier", SemanticType.CODE, Sensitivity.SENSITIVE));
        return new EntityModel(attributes);
    }

    private static Attribute attribute(String name, SemanticType type, Sensitivity sensitivity) {
        return new Attribute(new AttributeDefinition(name, type, "", false), Optional.empty(), sensitivity, List.of());
    }
}

package io.goldsmith.matching.standardise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.SemanticType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DerivationTest {

    private static final List<AttributeDefinition> ATTRIBUTES = List.of(
            new AttributeDefinition("given_name", SemanticType.PERSON_NAME, "given", false),
            new AttributeDefinition("family_name", SemanticType.PERSON_NAME, "family", false),
            new AttributeDefinition("birth_name", SemanticType.PERSON_NAME, "family", false),
            new AttributeDefinition("street", SemanticType.POSTAL_ADDRESS, "street", false),
            new AttributeDefinition("postcode", SemanticType.POSTAL_ADDRESS, "postcode", false),
            new AttributeDefinition("town", SemanticType.POSTAL_ADDRESS, "town", false),
            new AttributeDefinition("phone", SemanticType.PHONE, "", true),
            new AttributeDefinition("siren", SemanticType.IDENTIFIER, "siren", false),
            new AttributeDefinition("siret", SemanticType.IDENTIFIER, "siret", false),
            new AttributeDefinition("vat_number", SemanticType.IDENTIFIER, "vat", false));
    private static final DerivedAttribute ANY_FAMILY_NAME =
            union("any_family_name", part("family_name"), part("birth_name"));
    private static final DerivedAttribute COMPANY_SIREN = union(
            "company_siren",
            part("siren"),
            new DerivedPart("siret", "prefix:9"),
            new DerivedPart("vat_number", "french-siren"));
    private static final DerivedAttribute ADDRESS =
            new DerivedAttribute("address", List.of(), List.of(part("street"), part("postcode"), part("town")), "");

    private static DerivedPart part(String attribute) {
        return new DerivedPart(attribute, "");
    }

    private static DerivedAttribute union(String name, DerivedPart... parts) {
        return new DerivedAttribute(name, List.of(parts), List.of(), "");
    }

    private static List<String> derived(DerivedAttribute attribute, Map<String, List<String>> record) {
        return Derivation.of(ATTRIBUTES, List.of(attribute))
                .apply(AttributeValues.of(record))
                .all(attribute.name());
    }

    @Test
    void unitesEveryDistinctValueOfItsParts() {
        assertThat(derived(ANY_FAMILY_NAME, Map.of("family_name", List.of("MOREAU"), "birth_name", List.of("BERNARD"))))
                .containsExactly("BERNARD", "MOREAU");
        assertThat(derived(ANY_FAMILY_NAME, Map.of("family_name", List.of("MOREAU"), "birth_name", List.of("MOREAU"))))
                .containsExactly("MOREAU");
        assertThat(derived(ANY_FAMILY_NAME, Map.of("given_name", List.of("ANNE"))))
                .isEmpty();
    }

    @Test
    void findsOneSirenWhereverACompanyGivesIt() {
        assertThat(derived(COMPANY_SIREN, Map.of("siret", List.of("30326504500017"))))
                .containsExactly("303265045");
        assertThat(derived(COMPANY_SIREN, Map.of("vat_number", List.of("FR40303265045"))))
                .containsExactly("303265045");
        assertThat(derived(COMPANY_SIREN, Map.of("siren", List.of("303265045"), "vat_number", List.of("DE123456789"))))
                .containsExactly("303265045");
    }

    @Test
    void joinsWhatIsThereInOrder() {
        assertThat(derived(ADDRESS, Map.of("street", List.of("1 RUE PASTEUR"), "town", List.of("LIMOGES"))))
                .containsExactly("1 RUE PASTEUR LIMOGES");
        assertThat(derived(ADDRESS, Map.of("siren", List.of("303265045")))).isEmpty();
    }

    @Test
    void joinsSeveralValuesOfAPartWhateverTheirOrder() {
        DerivedAttribute phones = new DerivedAttribute("phones", List.of(), List.of(part("phone")), "");
        assertThat(derived(phones, Map.of("phone", List.of("+332", "+331"))))
                .isEqualTo(derived(phones, Map.of("phone", List.of("+331", "+332"))))
                .containsExactly("+331 +332");
    }

    @Test
    void transformsTheWholeAfterItsParts() {
        DerivedAttribute words = new DerivedAttribute(
                "name_words", List.of(), List.of(part("given_name"), part("family_name")), "sorted-words");
        assertThat(derived(words, Map.of("given_name", List.of("MARIE ANNE"), "family_name", List.of("DUPONT"))))
                .containsExactly("ANNE DUPONT MARIE");
    }

    @Test
    void computesLaterAttributesFromEarlierOnes() {
        DerivedAttribute initials = new DerivedAttribute(
                "initials", List.of(), List.of(new DerivedPart("any_family_name", "first-letter")), "sorted-letters");
        AttributeValues record =
                AttributeValues.of(Map.of("family_name", List.of("MOREAU"), "birth_name", List.of("BERNARD")));
        AttributeValues derived =
                Derivation.of(ATTRIBUTES, List.of(ANY_FAMILY_NAME, initials)).apply(record);
        assertThat(derived.all("initials")).containsExactly("BM");
        assertThat(derived.all("family_name")).containsExactly("MOREAU");
    }

    @Test
    void isOfItsPartsTypeWhereTheyAgreeAndMultiValuedWhereValuesMeet() {
        DerivedAttribute mixed = union("mixed", part("siren"), part("town"));
        assertThat(DerivedAttribute.extend(ATTRIBUTES, List.of(ANY_FAMILY_NAME, COMPANY_SIREN, ADDRESS, mixed)))
                .startsWith(ATTRIBUTES.toArray(new AttributeDefinition[0]))
                .endsWith(
                        new AttributeDefinition("any_family_name", SemanticType.PERSON_NAME, "family", true),
                        new AttributeDefinition("company_siren", SemanticType.IDENTIFIER, "", true),
                        new AttributeDefinition("address", SemanticType.POSTAL_ADDRESS, "", false),
                        new AttributeDefinition("mixed", SemanticType.TEXT, "", true));
    }

    @Test
    void leavesARecordAsItIsWithoutDerivedAttributes() {
        AttributeValues record = AttributeValues.of(Map.of("town", List.of()));
        assertThat(Derivation.of(ATTRIBUTES, List.of()).apply(record)).isSameAs(record);
        assertThat(Derivation.of(ATTRIBUTES, List.of(ADDRESS)).apply(record)).isEqualTo(record);
    }

    @Test
    void reportsEveryProblemAtOnce() {
        List<DerivedAttribute> wrong = List.of(
                new DerivedAttribute("town", List.of(part("twon")), List.of(part("town")), ""),
                new DerivedAttribute("later", List.of(new DerivedPart("siren", "prefix")), List.of(), "sorted"),
                new DerivedAttribute("none", List.of(), List.of(), ""));
        assertThat(DerivedAttribute.problems(ATTRIBUTES, wrong))
                .extracting(DerivedAttribute.Problem::pointer)
                .containsExactly("/0/name", "/0", "/0/union/0/attribute", "/1/transform", "/1/union/0/transform", "/2");
        assertThatThrownBy(() -> Derivation.of(ATTRIBUTES, wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twon");
    }
}

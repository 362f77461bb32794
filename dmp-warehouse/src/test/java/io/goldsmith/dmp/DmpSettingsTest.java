package io.goldsmith.dmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.goldsmith.dmp.profile.Generalisation;
import io.goldsmith.mdm.model.SettingsSection;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DmpSettingsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void anAbsentSectionHasTheDefaultsThatTheSchemaStates() throws Exception {
        DmpSettings settings = DmpSettings.defaults();
        JsonNode properties = schema().path("properties");
        assertThat(settings.folder())
                .isEqualTo(Path.of(stated(properties, "folder").asString()));
        assertThat(settings.floors().name().toLowerCase(Locale.ROOT))
                .isEqualTo(stated(properties, "floors").asString());
        assertThat(settings.schedule()).isEqualTo(stated(properties, "schedule").asString());
        assertThat(settings.purpose()).isEqualTo(stated(properties, "purpose").asString());
        assertThat(settings.legalBasis().word())
                .isEqualTo(stated(properties, "legal-basis").asString());
        assertThat(settings.consentAttribute())
                .isEqualTo(stated(properties, "consent-attribute").asString());
        assertThat(settings.k()).isEqualTo(stated(properties, "k").asInt()).isEqualTo(10);
        assertThat(settings.l()).isEqualTo(stated(properties, "l").asInt()).isEqualTo(3);
        assertThat(settings.maxSuppressedShare())
                .isEqualTo(stated(properties, "max-suppressed-share").asDouble());
        assertThat(settings.comparedLoads())
                .isEqualTo(stated(properties, "compared-loads").asInt());
        assertThat(settings.memoryLimitMib())
                .isEqualTo(stated(properties, "memory-limit-mib").asInt());
    }

    @Test
    void everyKeyOfTheSchemaIsDescribed() throws Exception {
        assertThat(undescribed(schema(), "dmp")).isEmpty();
    }

    @Test
    void theSchemaKnowsEveryGeneralisation() throws Exception {
        JsonNode words = schema().at("/properties/profile/properties/attributes/additionalProperties/properties"
                + "/generalise/enum");
        assertThat(StreamSupport.stream(words.spliterator(), false).map(JsonNode::asString))
                .containsExactlyElementsOf(Arrays.stream(Generalisation.values())
                        .map(Generalisation::word)
                        .toList());
    }

    @Test
    void readsASectionThatTheSchemaAccepts() throws Exception {
        JsonNode section = JSON.readTree("""
                {"folder": "warehouse", "floors": "anonymous", "legal-basis": "legitimate-interest", "k": 5, "l": 2,
                 "profile": {"attributes": {
                   "department": {"from": "postcode", "generalise": "department", "country-from": "country"},
                   "title": {},
                   "tier": {"from": "loyalty_tier"}}},
                 "projection": {"quasi-identifiers": ["department", "title"], "sensitive": ["tier"]}}""");
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema());
        assertThat(schema.validate(section)).isEmpty();

        DmpSettings settings = SectionFixture.read(section.toString()).resolvedAgainst(Path.of("hub"));

        assertThat(settings.folder()).isEqualTo(Path.of("hub", "warehouse"));
        assertThat(settings.floors()).isEqualTo(Floors.ANONYMOUS);
        assertThat(settings.legalBasis()).isEqualTo(LegalBasis.LEGITIMATE_INTEREST);
        assertThat(settings.profile().attributes())
                .containsExactly(
                        Map.entry(
                                "department",
                                AttributeRule.of("postcode", "department").withCountryFrom("country")),
                        Map.entry("title", AttributeRule.of("title", "keep")),
                        Map.entry("tier", AttributeRule.of("loyalty_tier", "keep")));
        assertThat(settings.projection())
                .isEqualTo(new ProjectionSettings(List.of("department", "title"), List.of("tier")));
    }

    @Test
    void aShareOfZeroIsNotADefault() {
        assertThat(SectionFixture.read("{\"max-suppressed-share\": 0}").maxSuppressedShare())
                .isZero();
    }

    @Test
    void theHubFindsTheSection() {
        assertThat(ServiceLoader.load(SettingsSection.class).stream().map(ServiceLoader.Provider::type))
                .contains(DmpSection.class);
    }

    @Test
    void namesEveryProblemAtOnce() {
        ProfileSettings profile = new ProfileSettings(Map.of("Title", AttributeRule.of("title", "keep")));
        ProjectionSettings projection = new ProjectionSettings(List.of("age"), List.of("age"));
        assertThatThrownBy(() ->
                        new DmpSettings(null, null, null, null, null, null, 1, 0, 1.5, 10, 8, profile, projection))
                .isInstanceOfSatisfying(
                        DmpSettingsException.class,
                        thrown -> assertThat(thrown.problems())
                                .containsExactly(
                                        "dmp.k must be between 2 and 1000000, but is 1",
                                        "dmp.l must be between 1 and 100, but is 0",
                                        "dmp.max-suppressed-share must be between 0 and 1, but is 1.5",
                                        "dmp.memory-limit-mib must be between 64 and 2147483647, but is 8",
                                        "dmp.profile.attributes: 'Title' must be lower-case letters, digits and underscores,"
                                                + " starting with a letter",
                                        "dmp.projection: 'age' must be an attribute of dmp.profile.attributes (Title)",
                                        "dmp.projection: 'age' must be an attribute of dmp.profile.attributes (Title)",
                                        "dmp.projection: 'age' is named twice; name each column once"));
    }

    private static JsonNode stated(JsonNode properties, String key) {
        return properties.path(key).path("default");
    }

    private static JsonNode schema() throws Exception {
        try (InputStream in =
                DmpSettings.class.getClassLoader().getResourceAsStream(new DmpSection().schemaResource())) {
            return JSON.readTree(in);
        }
    }

    private static List<String> undescribed(JsonNode node, String path) {
        return node.path("properties").properties().stream()
                .flatMap(entry -> {
                    String key = path + "." + entry.getKey();
                    List<String> below = undescribed(entry.getValue(), key);
                    return entry.getValue().path("description").asString("").isEmpty()
                            ? Stream.concat(Stream.of(key), below.stream())
                            : below.stream();
                })
                .toList();
    }
}

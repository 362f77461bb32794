package io.goldsmith.dmp.warehouse;

import io.goldsmith.dmp.DmpSettings;
import io.goldsmith.dmp.Floors;
import io.goldsmith.dmp.LegalBasis;
import io.goldsmith.dmp.profile.Consent;
import io.goldsmith.dmp.profile.OrderSummary;
import io.goldsmith.dmp.profile.Profile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A made-up population with skewed départements and ages; the same seed gives the same persons. */
final class ProfileFixtures {

    private static final String[] DEPARTMENTS = {"75", "69", "13", "59", "33", "31", "44", "2A", "974", "48"};
    private static final String[] CATEGORIES = {"cadre", "employe", "ouvrier", "retraite", "37", "etudiant"};
    private static final String[] TIERS = {"bronze", "silver", "gold", "platinum"};
    private static final String[] AMOUNTS = {"none", "under 100", "100-499", "500-999", "1000-4999"};

    private ProfileFixtures() {}

    static DmpSettings settings(Path folder, Floors floors) {
        DmpSettings defaults = DmpSettings.defaults();
        return new DmpSettings(
                folder,
                floors,
                defaults.schedule(),
                defaults.purpose(),
                LegalBasis.CONSENT,
                defaults.consentAttribute(),
                defaults.k(),
                defaults.l(),
                defaults.maxSuppressedShare(),
                defaults.comparedLoads(),
                256,
                defaults.profile(),
                defaults.projection());
    }

    static Stream<Profile> consenting(int persons) {
        return IntStream.range(0, persons).mapToObj(person -> profile(person, Map.of("analytics", Consent.GRANTED)));
    }

    static Profile profile(int person, Map<String, Consent> consents) {
        Random random = new Random(31L * person + 7);
        random.nextInt();
        Map<String, List<String>> attributes = new HashMap<>();
        int first = 1940 + 5 * (random.nextInt(6) + random.nextInt(6));
        attributes.put("birth_years", List.of(first + "-" + (first + 4)));
        int skewed = Math.min(random.nextInt(DEPARTMENTS.length), random.nextInt(DEPARTMENTS.length));
        attributes.put("department", List.of(DEPARTMENTS[skewed]));
        attributes.put("title", List.of(random.nextBoolean() ? "madame" : "monsieur"));
        attributes.put("socio_professional_category", List.of(CATEGORIES[random.nextInt(CATEGORIES.length)]));
        attributes.put("interests", List.of("books", "travel"));
        if (random.nextInt(3) > 0) {
            attributes.put("loyalty_tier", List.of(TIERS[random.nextInt(TIERS.length)]));
        }
        attributes.put("amount_band", List.of(AMOUNTS[random.nextInt(AMOUNTS.length)]));
        OrderSummary orders = random.nextBoolean()
                ? new OrderSummary(
                        Optional.of(LocalDate.of(2026, 1, 1).minusDays(random.nextInt(900))),
                        1 + random.nextInt(9),
                        new BigDecimal("129.90"))
                : OrderSummary.NONE;
        return new Profile(
                String.format(Locale.ROOT, "%032x", person), attributes, orders, consents, LegalBasis.CONSENT);
    }
}

package io.goldsmith.samples.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the company knows of a person beyond identity: codes, some of which stand for nothing known when empty. */
record CustomerTraits(
        String lifecycle,
        String socioProfessionalCategory,
        List<String> interests,
        List<String> preferences,
        String marketingConsent,
        String profilingConsent,
        String loyaltyNumber,
        String loyaltyTier) {

    private static final Weighted<String> LIFECYCLES = Weighted.parse("customer=72 prospect=18 inactive=10");
    private static final Weighted<String> CATEGORIES = Weighted.parse(
            "employé=27 profession-intermédiaire=25 cadre=21 ouvrier=19 artisan-commerçant=7 agriculteur=1");
    private static final Weighted<String> INTERESTS = Weighted.zipf(
            List.of(
                    "cuisine",
                    "jardin",
                    "voyage",
                    "sport",
                    "lecture",
                    "musique",
                    "bricolage",
                    "cinéma",
                    "jeux",
                    "mode",
                    "photo",
                    "vin",
                    "randonnée",
                    "décoration"),
            2,
            0.9);
    private static final Weighted<String> PREFERENCES = Weighted.parse("email=50 sms=25 post=15 phone=10");
    private static final Weighted<String> TIERS = Weighted.parse("bronze=55 silver=27 gold=13 platinum=5");

    static CustomerTraits draw(LocalDate birthDate, Draw draw) {
        String lifecycle = LIFECYCLES.pick(draw);
        boolean loyal = !lifecycle.equals("prospect") && draw.chance(0.45);
        return new CustomerTraits(
                lifecycle,
                category(Timeline.AS_OF.getYear() - birthDate.getYear(), draw),
                several(INTERESTS, draw.below(4), draw),
                several(PREFERENCES, draw.below(3), draw),
                consent(0.55, draw),
                consent(0.62, draw),
                loyal ? "F" + draw.digits(9) : "",
                loyal ? TIERS.pick(draw) : "");
    }

    private static String category(int age, Draw draw) {
        if (age < 23 && draw.chance(0.7)) {
            return "étudiant";
        }
        if (age > 62 && draw.chance(0.92)) {
            return "retraité";
        }
        return draw.chance(0.12) ? "sans-activité" : CATEGORIES.pick(draw);
    }

    private static List<String> several(Weighted<String> values, int count, Draw draw) {
        List<String> several = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String value = values.pick(draw);
            if (!several.contains(value)) {
                several.add(value);
            }
        }
        return List.copyOf(several);
    }

    private static String consent(double granted, Draw draw) {
        if (draw.chance(0.15)) {
            return "";
        }
        return draw.chance(granted) ? "Y" : "N";
    }
}

package io.goldsmith.dmp.anonymise;

import io.goldsmith.dmp.profile.Generalisation;
import java.util.List;
import java.util.function.UnaryOperator;

/** The hierarchy that continues each of the profile's generalisations. */
final class Hierarchies {

    private static final UnaryOperator<String> TO_ANY = value -> Hierarchy.ANY;
    private static final String ABROAD = "abroad";

    private Hierarchies() {}

    static Hierarchy of(Generalisation generalisation) {
        return switch (generalisation) {
            case KEEP, AMOUNT_BAND, COUNT_BAND, RECENCY_BAND ->
                new Hierarchy(
                        List.of(generalisation == Generalisation.KEEP ? "value" : "band", Hierarchy.ANY),
                        List.of(TO_ANY));
            case BIRTH_YEAR ->
                new Hierarchy(
                        List.of("year", "5 years", "10 years", "20 years", Hierarchy.ANY),
                        List.of(years(5), years(10), years(20), TO_ANY));
            case BIRTH_YEAR_BAND ->
                new Hierarchy(
                        List.of("5 years", "10 years", "20 years", Hierarchy.ANY),
                        List.of(years(10), years(20), TO_ANY));
            case AGE_BAND ->
                new Hierarchy(
                        List.of("5 years", "10 years", "20 years", Hierarchy.ANY), List.of(ages(10), ages(20), TO_ANY));
            case DEPARTMENT ->
                new Hierarchy(
                        List.of("département", "region", "country", Hierarchy.ANY),
                        List.of(Regions::of, region -> region.equals(ABROAD) ? ABROAD : "France", TO_ANY));
            case SOCIO_PROFESSIONAL_CATEGORY ->
                new Hierarchy(
                        List.of("category", "group", "activity", Hierarchy.ANY),
                        List.of(SocioProfessionalGroups::groupOf, SocioProfessionalGroups::activityOf, TO_ANY));
        };
    }

    private static UnaryOperator<String> years(int width) {
        return band -> {
            int first = Math.floorDiv(firstNumber(band), width) * width;
            return first + "-" + (first + width - 1);
        };
    }

    /** Bands of ages start at multiples of their width; the one that holds the open band 90+ is open too. */
    private static UnaryOperator<String> ages(int width) {
        return band -> {
            int first = firstNumber(band) / width * width;
            return first + width > 90 ? first + "+" : first + "-" + (first + width - 1);
        };
    }

    private static int firstNumber(String band) {
        int end = 0;
        while (end < band.length() && Character.isDigit(band.charAt(end))) {
            end++;
        }
        return Integer.parseInt(band.substring(0, end));
    }
}

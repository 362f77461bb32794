package io.goldsmith.dmp.anonymise;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * INSEE's nomenclature of professions and socio-professional categories (PCS), upwards: a category's group is the first
 * digit of its code, or what its words begin with; groups 1 to 6 are at work, 7 is retired, 8 is neither.
 */
final class SocioProfessionalGroups {

    private static final List<String> GROUPS = List.of(
            "farmers",
            "craft, trade and business owners",
            "managers and higher professions",
            "intermediate professions",
            "employees",
            "manual workers",
            "retired",
            "without occupation");

    private static final String OTHER = "other";

    private static final List<Map.Entry<String, Integer>> BEGINNINGS = List.of(
            Map.entry("agricult", 1),
            Map.entry("exploitant", 1),
            Map.entry("artisan", 2),
            Map.entry("commerc", 2),
            Map.entry("chef", 2),
            Map.entry("cadre", 3),
            Map.entry("profession lib", 3),
            Map.entry("profession intel", 3),
            Map.entry("prof int", 4),
            Map.entry("profession", 4),
            Map.entry("intermediaire", 4),
            Map.entry("employe", 5),
            Map.entry("ouvrier", 6),
            Map.entry("retraite", 7),
            Map.entry("etudiant", 8),
            Map.entry("inactif", 8),
            Map.entry("sans", 8),
            Map.entry("autre", 8));

    private SocioProfessionalGroups() {}

    static String groupOf(String category) {
        char first = category.charAt(0);
        if (first >= '1' && first <= '8') {
            return GROUPS.get(first - '1');
        }
        String word = category.toLowerCase(Locale.ROOT);
        return BEGINNINGS.stream()
                .filter(beginning -> word.startsWith(beginning.getKey()))
                .findFirst()
                .map(beginning -> GROUPS.get(beginning.getValue() - 1))
                .orElse(OTHER);
    }

    static String activityOf(String group) {
        int number = GROUPS.indexOf(group) + 1;
        if (number == 0) {
            return OTHER;
        }
        return number <= 6 ? "at work" : group;
    }
}

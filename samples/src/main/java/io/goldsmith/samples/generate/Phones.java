package io.goldsmith.samples.generate;

import java.util.Set;

/** French phone numbers of ten digits: landlines by the zone of the department, mobiles. */
final class Phones {

    private static final Set<String> PARIS = Set.of("75", "77", "78", "91", "92", "93", "94", "95");
    private static final Set<String> NORTH_WEST = Set.of(
            "14", "18", "22", "27", "28", "29", "35", "36", "37", "41", "44", "45", "49", "50", "53", "56", "61", "72",
            "76", "85", "97");
    private static final Set<String> NORTH_EAST = Set.of(
            "02", "08", "10", "21", "25", "39", "51", "52", "54", "55", "57", "58", "59", "60", "62", "67", "68", "70",
            "71", "80", "88", "89", "90");
    private static final Set<String> SOUTH_WEST = Set.of(
            "09", "12", "16", "17", "19", "23", "24", "31", "32", "33", "40", "46", "47", "64", "65", "79", "81", "82",
            "86", "87");

    private Phones() {}

    static String mobile(Draw draw) {
        return (draw.chance(0.72) ? "06" : "07") + draw.digits(8);
    }

    static String landline(String postcode, Draw draw) {
        String department = postcode.substring(0, 2);
        // The first numbers of a town's exchange are the same for all its inhabitants.
        int exchange = 20 + Integer.parseInt(department) * 7 % 70;
        return zone(department) + exchange + draw.digits(6);
    }

    private static String zone(String department) {
        if (PARIS.contains(department)) {
            return "01";
        }
        if (NORTH_WEST.contains(department)) {
            return "02";
        }
        if (NORTH_EAST.contains(department)) {
            return "03";
        }
        return SOUTH_WEST.contains(department) ? "05" : "04";
    }

    /** The number as somebody types it: bare, in pairs, with dots or in the international form. */
    static String typed(String number, Draw draw) {
        if (number.length() != 10 || draw.chance(0.35)) {
            return number;
        }
        return switch (draw.below(3)) {
            case 0 -> pairs(number, ' ', 0);
            case 1 -> pairs(number, '.', 0);
            default -> "+33 " + number.charAt(1) + pairs(number, ' ', 2);
        };
    }

    private static String pairs(String number, char separator, int from) {
        StringBuilder pairs = new StringBuilder(16);
        for (int i = from; i < number.length(); i += 2) {
            if (i > 0) {
                pairs.append(separator);
            }
            pairs.append(number, i, i + 2);
        }
        return pairs.toString();
    }
}

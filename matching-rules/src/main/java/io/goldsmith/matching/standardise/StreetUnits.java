package io.goldsmith.matching.standardise;

/**
 * The parts of a street line that are no street: building, entrance, floor, flat, and boxes at the post. They are written in one order
 * whatever their order in the line.
 */
final class StreetUnits {

    private static final Dictionary UNITS = Dictionary.ofForms("street-units");
    private static final String[] ORDER =
            WordFile.groups("street-units").stream().map(group -> group.get(0)).toArray(String[]::new);
    private static final Dictionary ORDINALS = Dictionary.ofWords("ordinal-endings");
    private static final String FLOOR = "ETAGE";
    private static final int LONGEST_VALUE = 6;

    private StreetUnits() {}

    /** Takes the units out of the words; answers them in standard form, empty if there are none. */
    static String takeOut(Words words) {
        String[] found = null;
        for (int position = 0; position < words.size(); ) {
            String unit = UNITS.meaning(words.get(position));
            int from = position;
            int to = position + 2;
            String value = "";
            if (!unit.isEmpty()) {
                if (isValue(words.at(position + 1))) {
                    value = words.get(position + 1);
                } else if (unit.equals(FLOOR)) {
                    from = ordinalBefore(words, position);
                    to = position + 1;
                    value = from < position ? floor(words.get(from)) : "";
                }
            }
            if (value.isEmpty() || to - from >= words.size() && found == null && isStreet(unit)) {
                position++;
            } else {
                found = found == null ? new String[ORDER.length] : found;
                add(found, unit, value);
                words.remove(from, to);
                position = from;
            }
        }
        return found == null ? "" : written(found);
    }

    /** Units that are streets or places of their own where nothing else stands beside them. */
    private static boolean isStreet(String unit) {
        return unit.equals("PORTE");
    }

    /** Something with a digit in it, or a letter or two. */
    private static boolean isValue(String word) {
        if (word.isEmpty() || word.length() > LONGEST_VALUE) {
            return false;
        }
        if (word.length() == 1) {
            return true;
        }
        for (int position = 0; position < word.length(); position++) {
            if (word.charAt(position) >= '0' && word.charAt(position) <= '9') {
                return !isOrdinal(word);
            }
        }
        return word.equals("RDC") || word.equals("EG");
    }

    /** Where {@code 3E}, {@code 3 EME} or {@code 2ND} begins before a floor; the floor's position if there is none. */
    private static int ordinalBefore(Words words, int position) {
        String before = words.at(position - 1);
        if (isOrdinal(before)) {
            return position - 1;
        }
        boolean apart = (before.length() > 1 || before.equals("E"))
                && ORDINALS.contains(before)
                && digits(words.at(position - 2)) > 0;
        boolean number = position > 1 && digits(before) == before.length() && before.length() == 1;
        return apart ? position - 2 : number ? position - 1 : position;
    }

    private static boolean isOrdinal(String word) {
        int digits = digits(word);
        return digits > 0
                && digits < word.length()
                && (word.length() - digits > 1 || word.endsWith("E"))
                && ORDINALS.contains(word.substring(digits));
    }

    private static String floor(String ordinal) {
        return ordinal.substring(0, digits(ordinal));
    }

    private static int digits(String word) {
        int digits = 0;
        while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9') {
            digits++;
        }
        return digits;
    }

    private static void add(String[] found, String unit, String value) {
        for (int order = 0; order < ORDER.length; order++) {
            if (ORDER[order].equals(unit)) {
                String one = unit + " " + value;
                found[order] = found[order] == null ? one : found[order] + " " + one;
            }
        }
    }

    private static String written(String[] found) {
        StringBuilder written = new StringBuilder();
        for (String unit : found) {
            if (unit != null) {
                written.append(written.isEmpty() ? "" : " ").append(unit);
            }
        }
        return written.toString();
    }
}

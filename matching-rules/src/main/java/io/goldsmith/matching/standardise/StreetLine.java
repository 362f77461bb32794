package io.goldsmith.matching.standardise;

/**
 * The parts of a street line in standard form: {@code 12 BIS RUE DE LA PAIX APPARTEMENT 4} has the number {@code 12 BIS}, the street
 * {@code RUE DE LA PAIX} and the units {@code APPARTEMENT 4}. Of several numbers ({@code 12 14 RUE HAUTE}) the first counts.
 *
 * @param number the number of the house and its repetition; empty if there is none
 * @param street the street, or the place; empty if there is none
 * @param units what is inside the house, or a box at the post; empty if there is none
 */
public record StreetLine(String number, String street, String units) {

    /** @param standard a street line as {@link Standardiser} writes it */
    public static StreetLine of(String standard) {
        Words words = Words.of(standard);
        String units = StreetUnits.takeOut(words);
        int length = words.isEmpty() ? 0 : HouseNumber.length(words);
        String number = length == 0 ? "" : words.get(0);
        if (length > 1 && !startsWithDigit(words.get(length - 1))) {
            number = number + ' ' + words.get(length - 1);
        }
        return new StreetLine(number, words.joined(length, words.size()), units);
    }

    private static boolean startsWithDigit(String word) {
        return word.charAt(0) >= '0' && word.charAt(0) <= '9';
    }
}

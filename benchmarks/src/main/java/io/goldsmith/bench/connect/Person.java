package io.goldsmith.bench.connect;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A person whom three systems know alike, told from all others by every attribute.
 *
 * @param number from 0
 */
record Person(int number) {

    private static final LocalDate FIRST_BIRTH = LocalDate.parse("1940-01-01");
    private static final int LETTERS = 26;
    private static final int NAME_LENGTH = 6;
    private static final String[] GIVEN = {"Anne", "Bruno", "Claire", "Denis", "Elise", "Franck", "Gilles", "Helene"};

    String key() {
        return String.format(Locale.ROOT, "P%05d", number);
    }

    String givenName() {
        return GIVEN[number % GIVEN.length];
    }

    /** Letters that are shuffled, so that neighbours do not look alike. */
    String familyName() {
        StringBuilder name = new StringBuilder();
        long rest = number * 2_654_435_761L;
        for (int i = 0; i < NAME_LENGTH; i++) {
            name.append((char) ('A' + Math.floorMod(rest, LETTERS)));
            rest /= LETTERS;
        }
        return name.toString();
    }

    String birthDate() {
        return FIRST_BIRTH.plusDays(number * 7L).toString();
    }

    String email() {
        return familyName().toLowerCase(Locale.ROOT) + number + "@example.com";
    }

    /** Where the person lives after a change of some number; 0 is before all changes. */
    static String street(int change) {
        return change + " rue du Port";
    }

    /** The number of the change that a street tells. */
    static int change(String street) {
        return Integer.parseInt(street.substring(0, street.indexOf(' ')));
    }
}

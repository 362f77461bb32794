package io.goldsmith.samples.campaign.fault;

import java.time.LocalDate;
import java.util.List;

/**
 * A customer whom all systems know.
 *
 * @param number from 1; the key in each system is its letter and this number
 */
record Person(int number) {

    private static final List<String> GIVEN = List.of("Anna", "Jean", "Louise", "Karim", "Maud", "Paul");
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1950, 1, 7);
    private static final int DAYS_BETWEEN = 131;

    String key(char letter) {
        return "%c%03d".formatted(letter, number);
    }

    /** Who has a key. */
    static Person of(String key) {
        return new Person(Integer.parseInt(key.substring(1)));
    }

    String given() {
        return GIVEN.get(number % GIVEN.size());
    }

    String family() {
        return "Ber" + (char) ('a' + number / 26) + (char) ('a' + number % 26) + "nard";
    }

    LocalDate birthDate() {
        return FIRST_BIRTH.plusDays((long) DAYS_BETWEEN * number);
    }

    String email() {
        return "client" + number + "@example.org";
    }

    /** Before anything happens. */
    Address firstAddress() {
        return new Address(number + " rue Haute", "75001", "Paris");
    }
}

package io.goldsmith.samples.generate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/** What one clerk wrote down of a person: the faults are in, the system's own columns not yet. */
record PersonView(
        Sex sex,
        boolean titleKnown,
        String givenName,
        String familyName,
        String birthName,
        Optional<LocalDate> birthDate,
        PostalAddress address,
        String landline,
        String mobile,
        String email,
        Instant lastModified) {

    /** Six households in ten have a landline: those whose number would end in a digit below this one. */
    private static final char HOUSEHOLDS_WITH_LANDLINE = '6';

    private static final double BIRTH_NAMES_ASKED = 0.5;

    static PersonView of(
            Person person, Vocabulary vocabulary, Faults faults, Supplier<String> strangersPhone, Draw draw) {
        FaultRates rates = faults.rates();
        Instant lastModified = Timeline.lastModified(draw);
        LocalDate day = Timeline.dayOf(lastModified);
        Handwriting hand = Handwriting.draw(rates, draw);

        String given = givenName(person.givenName(), vocabulary, rates, draw);
        String family = draw.chance(rates.birthNameKept()) ? person.birthName() : person.familyNameOn(day);
        boolean birthNameGiven = !family.equals(person.birthName()) && draw.chance(BIRTH_NAMES_ASKED);
        given = faults.name(given, draw);
        family = faults.name(family, draw);
        boolean swapped = draw.chance(rates.swappedNames());

        boolean landline = person.home().landline().charAt(9) < HOUSEHOLDS_WITH_LANDLINE;
        return new PersonView(
                person.sex(),
                !draw.chance(rates.missingTitle()),
                hand.write(swapped ? family : given),
                hand.write(swapped ? given : family),
                birthNameGiven ? hand.write(faults.misspelt(person.birthName(), draw)) : "",
                faults.birthDate(person.birthDate(), draw),
                hand.write(faults.address(person.home().addressOn(day), draw)),
                faults.phone(landline ? person.home().landline() : "", strangersPhone, draw),
                faults.phone(person.mobileOn(day), strangersPhone, draw),
                faults.email(draw.chance(0.5) ? person.email() : person.otherEmail(), draw),
                lastModified);
    }

    private static String givenName(String name, Vocabulary vocabulary, FaultRates rates, Draw draw) {
        if (draw.chance(rates.nickname())) {
            return vocabulary.givenNames().nickname(name, draw).orElse(name);
        }
        return draw.chance(rates.initial()) ? name.charAt(0) + "." : name;
    }

    /** The one number that a system without a field for each has. */
    String anyPhone(Draw draw) {
        boolean mobileFirst = draw.chance(0.65);
        if (mobileFirst) {
            return mobile.isEmpty() ? landline : mobile;
        }
        return landline.isEmpty() ? mobile : landline;
    }
}

package io.goldsmith.samples.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Who lives together: singles, couples, families with children of 16 and more, some of them twins. */
final class Households {

    private static final int YOUNGEST_CUSTOMER = 16;
    private static final double SOLE_TRADERS = 0.03;
    private static final double FAMILIES = 0.45;
    private static final double OLD_MARRIAGES = 0.6;

    private final FaultRates rates;
    private final Vocabulary vocabulary;

    Households(FaultRates rates, Vocabulary vocabulary) {
        this.rates = rates;
        this.vocabulary = vocabulary;
    }

    List<Person> members(Home home, Draw draw) {
        String familyName = vocabulary.familyNames().pick(draw);
        Sex sex = sex(draw);
        LocalDate birthDate = birthDate(draw);
        Person first = person(new Origin(sex, familyName, birthDate, home), draw);
        if (!draw.chance(rates.sharedHousehold())) {
            return List.of(first);
        }
        List<Person> members = new ArrayList<>(6);
        members.add(first);
        Person second = partner(first, draw);
        members.add(second);
        if (draw.chance(FAMILIES)) {
            addChildren(members, draw);
        }
        return draw.chance(rates.sharedEmail()) ? withOneMailbox(members) : List.copyOf(members);
    }

    private Person partner(Person first, Draw draw) {
        Sex sex = draw.chance(0.97) == (first.sex() == Sex.MALE) ? Sex.FEMALE : Sex.MALE;
        LocalDate birthDate = first.birthDate().plusDays((long) (draw.bell() * 1100));
        LocalDate notTooYoung = Timeline.AS_OF.minusYears(18);
        // Half of the couples share a name: the partner took it.
        String birthName = vocabulary.familyNames().pick(draw);
        Person partner = person(
                new Origin(
                        sex,
                        birthName,
                        birthDate.isAfter(notTooYoung) ? notTooYoung.minusDays(draw.below(900)) : birthDate,
                        first.home()),
                draw);
        return draw.chance(0.5) ? partner.named(first.familyName(), marriage(draw)) : partner;
    }

    private void addChildren(List<Person> members, Draw draw) {
        Person parent = members.get(0);
        LocalDate latest = Timeline.AS_OF.minusYears(YOUNGEST_CUSTOMER);
        LocalDate firstBirth = parent.birthDate().plusDays(draw.between(20 * 365, 38 * 365));
        int children = draw.between(1, 3);
        for (int i = 0; i < children && !firstBirth.isAfter(latest); i++) {
            members.add(child(members, firstBirth, draw));
            if (draw.chance(rates.twins()) && members.size() < 6) {
                members.add(child(members, firstBirth, draw));
            }
            firstBirth = firstBirth.plusDays(draw.between(400, 1800));
        }
    }

    private Person child(List<Person> members, LocalDate birthDate, Draw draw) {
        Person parent = members.get(0);
        Sex sex = sex(draw);
        Person child = person(new Origin(sex, parent.familyName(), birthDate, parent.home()), draw)
                .unmarried();
        if (sex == parent.sex() && draw.chance(rates.sameNameAsParent())) {
            child = child.called(parent.givenName());
        }
        // No two children of one family have the same name, though a child and a parent may.
        while (hasSiblingOfTheSameName(members, child)) {
            child = child.called(vocabulary.givenNames().pick(sex, birthDate.getYear(), draw));
        }
        return child;
    }

    private static boolean hasSiblingOfTheSameName(List<Person> members, Person child) {
        return members.stream().skip(2).anyMatch(sibling -> sibling.givenName().equals(child.givenName()));
    }

    private static List<Person> withOneMailbox(List<Person> members) {
        String mailbox = members.get(0).email();
        return members.stream().map(member -> member.mailedAt(mailbox)).toList();
    }

    private record Origin(Sex sex, String birthName, LocalDate birthDate, Home home) {}

    private Person person(Origin origin, Draw draw) {
        int birthYear = origin.birthDate().getYear();
        String givenName = vocabulary.givenNames().pick(origin.sex(), birthYear, draw);
        double renamed = origin.sex() == Sex.FEMALE ? rates.marriedName() : rates.marriedName() / 10;
        boolean married = birthYear < Timeline.AS_OF.getYear() - 20 && draw.chance(renamed);
        String familyName = married ? vocabulary.familyNames().pick(draw) : origin.birthName();
        String mobile = Phones.mobile(draw);
        boolean newMobile = draw.chance(rates.newMobile());
        String email = Emails.personal(givenName, familyName, birthYear, draw);
        return new Person(
                origin.sex(),
                givenName,
                familyName,
                origin.birthName(),
                married ? marriage(draw) : LocalDate.MIN,
                origin.birthDate(),
                origin.home(),
                mobile,
                newMobile ? Phones.mobile(draw) : mobile,
                newMobile ? Timeline.lifeEvent(draw) : LocalDate.MIN,
                email,
                draw.chance(rates.secondEmail()) ? Emails.personal(givenName, familyName, birthYear, draw) : email,
                draw.chance(SOLE_TRADERS) ? Identifiers.siren(draw) : "",
                Identifiers.iban(draw),
                CustomerTraits.draw(origin.birthDate(), draw));
    }

    /** Most marriages are older than any record; the others fall between the records of one person. */
    private static LocalDate marriage(Draw draw) {
        return draw.chance(OLD_MARRIAGES) ? LocalDate.MIN : Timeline.lifeEvent(draw);
    }

    private static Sex sex(Draw draw) {
        return draw.chance(0.52) ? Sex.FEMALE : Sex.MALE;
    }

    private static LocalDate birthDate(Draw draw) {
        double age = Math.max(18, Math.min(92, 47 + draw.bell() * 17));
        return Timeline.AS_OF.minusDays((long) (age * 365.25) + draw.below(365));
    }
}

package io.goldsmith.samples.generate;

import java.time.LocalDate;
import java.util.List;

/**
 * Who there is: an endless row of units, each a household of one to six persons or a company of one or two establishments. Unit n is
 * always the same, and independent of the others.
 */
final class Population {

    /** The share of units, chosen so that about 15 per cent of all entities are organisations. */
    private static final double COMPANY_UNITS = 0.222;

    private final long seed;
    private final FaultRates rates;
    private final Households households;
    private final Vocabulary vocabulary;

    Population(long seed, FaultRates rates, Vocabulary vocabulary) {
        this.seed = seed;
        this.rates = rates;
        this.vocabulary = vocabulary;
        this.households = new Households(rates, vocabulary);
    }

    List<? extends Entity> unit(long number) {
        Draw draw = Draw.of(seed, Purpose.UNIT, number);
        Home home = home(draw);
        return draw.chance(COMPANY_UNITS) ? company(home, draw) : households.members(home, draw);
    }

    /** The landline of a unit, without making its members: what an unrelated record holds when phones are reused. */
    String landlineOf(long number) {
        return home(Draw.of(seed, Purpose.UNIT, number)).landline();
    }

    private Home home(Draw draw) {
        PostalAddress address = vocabulary.addresses().pick(draw);
        boolean moved = draw.chance(rates.movedHouse());
        PostalAddress previous = moved ? vocabulary.addresses().after(address, draw) : address;
        return new Home(
                address,
                previous,
                moved ? Timeline.lifeEvent(draw) : LocalDate.MIN,
                Phones.landline(address.postcode(), draw));
    }

    private List<Organisation> company(Home home, Draw draw) {
        CompanyName name = vocabulary.companyNames().pick(draw);
        String siren = Identifiers.siren(draw);
        Organisation seat = establishment(name, siren, 1, home, draw);
        return draw.chance(rates.establishment())
                ? List.of(seat, establishment(name, siren, 2, home(draw), draw))
                : List.of(seat);
    }

    private Organisation establishment(CompanyName name, String siren, int number, Home home, Draw draw) {
        return new Organisation(
                name,
                siren,
                Identifiers.siret(siren, number),
                Identifiers.vatNumber(siren),
                Identifiers.iban(draw),
                home,
                Emails.ofCompany(name.base(), draw));
    }
}

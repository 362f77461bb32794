package io.goldsmith.samples.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What may happen to one value on its way into a system. */
final class Faults {

    private static final List<String> NO_NAMES = List.of("N/A", "inconnu", "XXX", "NC", "A renseigner");
    private static final List<String> NO_PHONES = List.of("0000000000", "0000000000", "0123456789", "0600000000");
    private static final List<String> NO_EMAILS =
            List.of("test@test.fr", "test@test.fr", "noreply@noreply.fr", "aucun@aucun.fr");
    private static final LocalDate NO_BIRTH_DATE = LocalDate.of(1900, 1, 1);
    private static final int CENTURY = 100;

    private final FaultRates rates;

    Faults(FaultRates rates) {
        this.rates = rates;
    }

    FaultRates rates() {
        return rates;
    }

    String misspelt(String text, Draw draw) {
        if (!draw.chance(rates.typo())) {
            return text;
        }
        String once = Typos.in(text, draw);
        return draw.chance(rates.secondTypo()) ? Typos.in(once, draw) : once;
    }

    String name(String name, Draw draw) {
        return draw.chance(rates.placeholder()) ? draw.pick(NO_NAMES) : misspelt(name, draw);
    }

    Optional<LocalDate> birthDate(LocalDate date, Draw draw) {
        if (draw.chance(rates.missingBirthDate())) {
            return Optional.empty();
        }
        if (draw.chance(rates.placeholder())) {
            return Optional.of(NO_BIRTH_DATE);
        }
        if (draw.chance(rates.birthDateInFuture())) {
            return Optional.of(date.plusYears(CENTURY));
        }
        if (date.getDayOfMonth() <= 12 && draw.chance(rates.swappedDayAndMonth())) {
            return Optional.of(LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue()));
        }
        if (draw.chance(rates.wrongDateDigit())) {
            return Optional.of(
                    draw.chance(0.5) ? date.plusDays(draw.chance(0.5) ? 1 : 10) : date.minusYears(draw.between(1, 10)));
        }
        return Optional.of(date);
    }

    /** @param stranger whose number it is when phones are reused */
    String phone(String number, Supplier<String> stranger, Draw draw) {
        if (number.isEmpty() || draw.chance(rates.missingPhone())) {
            return "";
        }
        if (draw.chance(rates.placeholder())) {
            return draw.pick(NO_PHONES);
        }
        String used = draw.chance(rates.reusedPhone()) ? stranger.get() : number;
        if (draw.chance(rates.brokenPhone())) {
            return used.substring(0, draw.between(3, 7));
        }
        return Phones.typed(used, draw);
    }

    String email(String address, Draw draw) {
        if (draw.chance(rates.missingEmail())) {
            return "";
        }
        return draw.chance(rates.placeholder()) ? draw.pick(NO_EMAILS) : misspelt(address, draw);
    }

    String identifier(String identifier, Draw draw) {
        if (identifier.isEmpty() || draw.chance(rates.missingIdentifier())) {
            return "";
        }
        return draw.chance(rates.wrongIdentifierDigit()) ? Typos.inDigits(identifier, draw) : identifier;
    }

    PostalAddress address(PostalAddress address, Draw draw) {
        String street = draw.chance(rates.missingStreet()) ? "" : misspelt(abbreviated(address.street(), draw), draw);
        return new PostalAddress(street, address.postcode(), misspelt(address.town(), draw), address.country());
    }

    private static String abbreviated(String street, Draw draw) {
        if (draw.chance(0.7)) {
            return street;
        }
        return street.replace(" avenue ", " av. ")
                .replace(" boulevard ", " bd ")
                .replace(" rue ", " r. ")
                .replace(" place ", " pl. ")
                .replace(" chemin ", " che. ")
                .replace(" impasse ", " imp. ")
                .replace("Saint-", "St ");
    }
}

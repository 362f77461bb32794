package io.goldsmith.samples.generate;

import java.util.Locale;

/** How a record was typed: as it should be, without accents, or in capitals as old systems want it. */
enum Handwriting {
    CAREFUL,
    WITHOUT_ACCENTS,
    CAPITALS;

    static Handwriting draw(FaultRates rates, Draw draw) {
        if (draw.chance(rates.upperCase())) {
            return CAPITALS;
        }
        return draw.chance(rates.lostAccents()) ? WITHOUT_ACCENTS : CAREFUL;
    }

    String write(String text) {
        return switch (this) {
            case CAREFUL -> text;
            case WITHOUT_ACCENTS -> Letters.withoutAccents(text);
            case CAPITALS -> Letters.withoutAccents(text).toUpperCase(Locale.ROOT);
        };
    }

    PostalAddress write(PostalAddress address) {
        return new PostalAddress(write(address.street()), address.postcode(), write(address.town()), address.country());
    }
}

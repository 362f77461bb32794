package io.goldsmith.samples.generate;

import java.time.LocalDate;

/** Where a household or an organisation is, and was before {@code movedOn}; the same address twice if it never moved. */
record Home(PostalAddress address, PostalAddress previous, LocalDate movedOn, String landline) {

    PostalAddress addressOn(LocalDate day) {
        return day.isBefore(movedOn) ? previous : address;
    }
}

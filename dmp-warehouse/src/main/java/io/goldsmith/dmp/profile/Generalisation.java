package io.goldsmith.dmp.profile;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * How an attribute's value is made coarser on its way into a profile. Each is a pure function of the value, the country
 * beside it and the day; a value that it cannot read gives none, since an unreadable value might be anything.
 */
public enum Generalisation {
    /** As it is: for codes that say little by themselves. */
    KEEP("keep", (value, country, today) -> Optional.of(value)),
    /** A date's year, {@code 1984}. */
    BIRTH_YEAR("birth-year", (value, country, today) -> Bands.birthYear(value, today)),
    /** Five years of birth, {@code 1980-1984}. */
    BIRTH_YEAR_BAND("birth-year-band-5", (value, country, today) -> Bands.birthYears(value, today)),
    /** Five years of age, {@code 40-44}, up to {@code 90+}. */
    AGE_BAND("age-band-5", (value, country, today) -> Bands.ages(value, today)),
    /** A postcode's département, {@code 69}, {@code 2A}, {@code 974}; {@code abroad} outside France. */
    DEPARTMENT("department", (value, country, today) -> Departments.of(value, country)),
    /** A socio-professional category: INSEE's PCS code, or its words in lower case without accents. */
    SOCIO_PROFESSIONAL_CATEGORY(
            "socio-professional-category", (value, country, today) -> SocioProfessionalCategories.canonical(value)),
    /** An amount's band, {@code 100-499}. */
    AMOUNT_BAND("amount-band", (value, country, today) -> Bands.amount(value)),
    /** A count's band, {@code 2-4}. */
    COUNT_BAND("count-band", (value, country, today) -> Bands.count(value)),
    /** The months since a date, {@code 3-11 months}. */
    RECENCY_BAND("recency-band", (value, country, today) -> Bands.recency(value, today));

    private interface Coarsening {
        Optional<String> apply(String value, Optional<String> country, LocalDate today);
    }

    private final String word;
    private final Coarsening coarsening;

    Generalisation(String word, Coarsening coarsening) {
        this.word = word;
        this.coarsening = coarsening;
    }

    /** The word that stands for it in the configuration. */
    public String word() {
        return word;
    }

    /** The generalisation of that word, if there is one. */
    public static Optional<Generalisation> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** The coarser value, or none when {@code value} cannot be read as what this generalisation is about. */
    Optional<String> apply(String value, Optional<String> country, LocalDate today) {
        return coarsening.apply(value, country, today);
    }
}

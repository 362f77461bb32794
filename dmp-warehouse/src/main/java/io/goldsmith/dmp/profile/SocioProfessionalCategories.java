package io.goldsmith.dmp.profile;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Socio-professional categories in one spelling: INSEE's codes (PCS) as they are, words without accents or case. */
final class SocioProfessionalCategories {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]+");

    private SocioProfessionalCategories() {}

    static Optional<String> canonical(String value) {
        String plain = ACCENTS.matcher(Normalizer.normalize(value, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return Optional.of(SEPARATORS.matcher(plain).replaceAll(" ").strip()).filter(word -> !word.isEmpty());
    }
}

package io.goldsmith.matching.suggest;

import java.util.Optional;

/**
 * Decides what one column holds. Content decides; the column's name is believed where the content does not speak against it, and tells
 * apart what content alone cannot, such as a family name from a town.
 */
final class RoleFinder {

    private static final double MOST = 0.7;
    private static final double CLEAR = 0.9;
    private static final int MOST_CODES = 60;
    private static final int FEWEST_NAMES = 5;
    private static final double MOST_IMPOSSIBLE_DATES = 0.01;

    private final ColumnProfile profile;
    private final ContentEvidence content;
    private final Optional<ColumnRole> named;

    RoleFinder(ColumnProfile profile) {
        this.profile = profile;
        this.content = new ContentEvidence(profile);
        this.named = HeaderWords.role(profile.name());
    }

    /** The role that the content has by itself, or that the name says and the content allows. */
    ColumnRole find() {
        Optional<ColumnRole> clear = byForm();
        if (clear.isPresent()) {
            return clear.orElseThrow();
        }
        return named.filter(this::isPlausible).map(this::dateAsWritten).orElseGet(this::byContent);
    }

    /** Roles whose values have a form of their own, which few other values take by chance. */
    private Optional<ColumnRole> byForm() {
        if (profile.share(value -> value.indexOf('@') > 0) >= MOST && content.accepted(ColumnRole.EMAIL) >= 0.5) {
            return Optional.of(ColumnRole.EMAIL);
        }
        for (ColumnRole role : new ColumnRole[] {ColumnRole.IBAN, ColumnRole.SIRET}) {
            if (content.accepted(role) >= MOST && profile.share(value -> value.length() >= 14) >= MOST) {
                return Optional.of(role);
            }
        }
        if (profile.share(value -> value.replace(" ", "").length() == 9) >= MOST
                && content.withDigits() >= CLEAR
                && content.accepted(ColumnRole.SIREN) >= MOST) {
            return Optional.of(ColumnRole.SIREN);
        }
        if (profile.share(value -> value.matches("(?i)[A-Z]{2}.{7,16}")
                                && value.chars().filter(Character::isDigit).count() >= 7)
                        >= MOST
                && content.accepted(ColumnRole.VAT) >= MOST) {
            return Optional.of(ColumnRole.VAT);
        }
        boolean isNamedOtherwise = named.filter(role ->
                        role == ColumnRole.PHONE || role == ColumnRole.IDENTIFIER || role == ColumnRole.POSTCODE)
                .isPresent();
        if (content.dateShapes() >= 0.8 && content.accepted(ColumnRole.DATE) >= 0.6 && !isNamedOtherwise) {
            return Optional.of(dateAsWritten(ColumnRole.DATE));
        }
        if (content.phoneShapes() >= MOST && content.accepted(ColumnRole.PHONE) >= MOST) {
            return Optional.of(ColumnRole.PHONE);
        }
        return Optional.empty();
    }

    private ColumnRole dateAsWritten(ColumnRole role) {
        boolean keeps = role == ColumnRole.DATE
                && content.impossibleDates() > MOST_IMPOSSIBLE_DATES
                && content.yearFirst() >= CLEAR;
        return keeps ? ColumnRole.WRITTEN_DATE : role;
    }

    /** Whether what the name says can be true. */
    private boolean isPlausible(ColumnRole role) {
        return switch (role) {
            case EMAIL, IBAN, SIRET, SIREN, VAT, WRITTEN_DATE -> content.accepted(role) >= 0.3;
            case PHONE -> content.accepted(role) >= 0.3 && content.numbers() >= 0.5;
            case DATE -> content.accepted(role) >= 0.5 && content.withDigits() >= 0.5;
            case POSTCODE -> content.withDigits() >= 0.5 && content.accepted(role) >= 0.5;
            case COUNTRY -> content.accepted(role) >= 0.5;
            case HOUSE_NUMBER -> content.numbers() >= 0.5;
            case GIVEN_NAME, FAMILY_NAME, FULL_NAME, TOWN -> content.withDigits() < 0.5 && !isCode(20);
            case COMPANY, STREET, ADDRESS, TEXT -> content.numbers() < 0.5 && !isCode(5);
            case IDENTIFIER -> !isCode(20) && content.withDigits() >= 0.5;
            case CODE, SOURCE -> profile.variety() < 0.5;
        };
    }

    private boolean isCode(int most) {
        return profile.distinct() <= most && profile.variety() < 0.2;
    }

    private ColumnRole byContent() {
        if (content.accepted(ColumnRole.COUNTRY) >= CLEAR && profile.share(value -> value.length() > 1) >= CLEAR) {
            return ColumnRole.COUNTRY;
        }
        boolean several = profile.distinct() >= FEWEST_NAMES;
        if (several && content.postcodeShapes() >= CLEAR && content.sameLength() >= CLEAR) {
            return ColumnRole.POSTCODE;
        }
        if (several && content.givenNames() >= MOST && content.severalWords() < 0.3 && content.wordsAlone() >= 0.8) {
            return ColumnRole.GIVEN_NAME;
        }
        if (isCode(MOST_CODES) || profile.distinct() <= 2) {
            return ColumnRole.CODE;
        }
        if (content.streetTypes() >= 0.4 && content.severalWords() >= 0.5) {
            return content.postcodeWithin() >= 0.5 ? ColumnRole.ADDRESS : ColumnRole.STREET;
        }
        if (content.legalForms() >= 0.15) {
            return ColumnRole.COMPANY;
        }
        if (content.postcodeShapes() >= MOST) {
            return ColumnRole.POSTCODE;
        }
        if (content.wordsAlone() >= 0.8) {
            return ofWords();
        }
        if (content.numbers() >= MOST) {
            boolean small = profile.share(value -> value.length() <= 4) >= CLEAR;
            return small && profile.variety() < 0.3 ? ColumnRole.HOUSE_NUMBER : ColumnRole.IDENTIFIER;
        }
        return content.withDigits() >= MOST && profile.meanWords() < 1.5 ? ColumnRole.IDENTIFIER : ColumnRole.TEXT;
    }

    private ColumnRole ofWords() {
        double given = content.givenNames();
        if (content.severalWords() >= MOST) {
            return given >= 0.3 ? ColumnRole.FULL_NAME : ColumnRole.TEXT;
        }
        if (given >= 0.35) {
            return ColumnRole.GIVEN_NAME;
        }
        // Words that come again and again are places or trades; family names are many. Neighbours tell them apart
        // further on.
        return profile.meanWords() < 1.6 ? ColumnRole.FAMILY_NAME : ColumnRole.TEXT;
    }
}

package io.goldsmith.mdm.golden;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The terms by which a golden record is found, upper-case ASCII: the words of names, companies and towns; e-mails, phones and
 * identifiers whole; the keys of its source records.
 */
public final class SearchTerms {

    /** The longest term kept; longer ones are cut, in queries too. */
    public static final int MAX_LENGTH = 64;

    private static final int MAX_TERMS = 100;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORD = Pattern.compile("[^A-Z0-9]+");
    private static final Pattern FRENCH_PHONE = Pattern.compile("\\+33[1-9][0-9]{8}");

    private SearchTerms() {}

    /** The terms of a golden record, but its id, at most {@value #MAX_TERMS}. */
    public static Set<String> of(List<AttributeDefinition> attributes, AttributeValues values, List<RecordId> members) {
        Set<String> terms = new LinkedHashSet<>();
        for (AttributeDefinition attribute : attributes) {
            for (String value : values.all(attribute.name())) {
                add(terms, attribute, value);
            }
        }
        for (RecordId member : members) {
            terms.add(cut(fold(member.key())));
        }
        terms.remove("");
        return terms.size() <= MAX_TERMS ? terms : new LinkedHashSet<>(new ArrayList<>(terms).subList(0, MAX_TERMS));
    }

    private static void add(Set<String> terms, AttributeDefinition attribute, String value) {
        switch (attribute.type()) {
            case PERSON_NAME, COMPANY_NAME -> terms.addAll(words(value));
            case POSTAL_ADDRESS -> {
                if (attribute.part().equals("town")) {
                    terms.addAll(words(value));
                }
            }
            case EMAIL, IDENTIFIER -> terms.add(cut(fold(value)));
            case PHONE -> {
                terms.add(cut(fold(value)));
                if (FRENCH_PHONE.matcher(value).matches()) {
                    terms.add("0" + value.substring(3));
                }
            }
            case DATE, CODE, TEXT -> {}
        }
    }

    /** The words of a text, upper-case ASCII. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : NOT_WORD.split(fold(text))) {
            if (!word.isEmpty()) {
                words.add(cut(word));
            }
        }
        return words;
    }

    /** Upper case, without accents or surrounding blanks. */
    static String fold(String text) {
        boolean plain = text.chars().allMatch(character -> character < 128);
        String bare = plain
                ? text
                : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                        .replaceAll("")
                        .replace("œ", "oe")
                        .replace("Œ", "OE");
        return bare.strip().toUpperCase(Locale.ROOT);
    }

    static String cut(String term) {
        return term.length() > MAX_LENGTH ? term.substring(0, MAX_LENGTH) : term;
    }
}

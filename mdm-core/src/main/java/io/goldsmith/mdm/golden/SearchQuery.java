package io.goldsmith.mdm.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a person typed, as terms that must all hold; the last may be a beginning.
 *
 * @param terms upper-case ASCII, at most 8; empty: finds nothing
 */
record SearchQuery(List<String> terms) {

    private static final int MAX_TERMS = 8;
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 .\\-]*");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern GOLDEN_ID = Pattern.compile("G-[1-9][0-9]{0,17}");
    private static final Pattern WORD = Pattern.compile("[A-Z0-9]+");

    static SearchQuery of(String text) {
        String folded = SearchTerms.fold(text);
        if (NUMBER.matcher(folded).matches()) {
            // A phone or an identifier, however it is spaced.
            return new SearchQuery(List.of(SearchTerms.cut(folded.replaceAll("[ .\\-]", ""))));
        }
        List<String> terms = new ArrayList<>();
        for (String piece : BLANKS.split(folded)) {
            boolean whole = piece.contains("@")
                    || piece.startsWith("+")
                    || piece.chars().anyMatch(Character::isDigit)
                    || GOLDEN_ID.matcher(piece).matches()
                    || WORD.matcher(piece).matches();
            if (whole) {
                terms.add(SearchTerms.cut(piece));
            } else {
                terms.addAll(SearchTerms.words(piece));
            }
        }
        terms.removeIf(String::isEmpty);
        return new SearchQuery(List.copyOf(terms.subList(0, Math.min(terms.size(), MAX_TERMS))));
    }

    /**
     * The golden ids {@code t0.golden_id} that have every term; every term but the last is a word as a whole. The last one leads, and
     * the others are looked up by their key: asked the other way round, H2 would look at every golden record.
     */
    String source() {
        StringBuilder sql = new StringBuilder("search_term t0");
        for (int position = 1; position < terms.size(); position++) {
            String term = "t" + position;
            sql.append(" join search_term ")
                    .append(term)
                    .append(" on ")
                    .append(term)
                    .append(".term = ? and ")
                    .append(term)
                    .append(".golden_id = t0.golden_id");
        }
        return sql.toString();
    }

    /** The condition on the last term. */
    String condition() {
        return "t0.term like ? escape '!'";
    }

    /** The parameters of the source, then of the condition. */
    List<String> parameters() {
        List<String> parameters = new ArrayList<>(terms);
        int last = parameters.size() - 1;
        String beginning =
                parameters.get(last).replace("!", "!!").replace("%", "!%").replace("_", "!_");
        parameters.set(last, beginning + "%");
        return parameters;
    }
}

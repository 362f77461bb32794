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

    /** One condition per term, on the golden record {@code g}; every term but the last is a word as a whole. */
    String condition() {
        StringBuilder sql = new StringBuilder();
        for (int position = 0; position < terms.size(); position++) {
            boolean last = position == terms.size() - 1;
            sql.append(position == 0 ? "" : " and ")
                    .append("g.id in (select t.golden_id from search_term t where t.term ")
                    .append(last ? "like ? escape '!')" : "= ?)");
        }
        return sql.toString();
    }

    /** The parameters of the condition. */
    List<String> parameters() {
        List<String> parameters = new ArrayList<>(terms);
        int last = parameters.size() - 1;
        String beginning =
                parameters.get(last).replace("!", "!!").replace("%", "!%").replace("_", "!_");
        parameters.set(last, beginning + "%");
        return parameters;
    }
}

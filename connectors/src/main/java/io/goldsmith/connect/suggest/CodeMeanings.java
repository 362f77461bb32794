package io.goldsmith.connect.suggest;

import io.goldsmith.matching.suggest.ValueWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds what the codes of a column mean among the values that an attribute permits. */
final class CodeMeanings {

    private static final int MOST_CODES = 20;

    private CodeMeanings() {}

    /**
     * The codes and their meanings, none if they are the permitted values themselves; empty if some have no meaning, or there are too many.
     *
     * @param permitted what the attribute permits, at least one
     */
    static Optional<Map<String, String>> of(SurveyedColumn column, List<String> permitted) {
        List<String> codes = column.codes(MOST_CODES);
        Map<String, String> meanings = new LinkedHashMap<>();
        for (String code : codes) {
            Optional<String> meaning = ValueWords.meaning(code, permitted);
            if (meaning.isEmpty()) {
                return Optional.empty();
            }
            meanings.put(code, meaning.get());
        }
        if (meanings.isEmpty()) {
            return Optional.empty();
        }
        boolean isSame =
                meanings.entrySet().stream().allMatch(entry -> ValueWords.isSame(entry.getKey(), entry.getValue()));
        return Optional.of(isSame ? Map.of() : meanings);
    }

    /** How many meanings a column's codes have among the permitted values; 0 if they have none. */
    static int count(SurveyedColumn column, List<String> permitted) {
        Set<String> meant = new TreeSet<>();
        for (String code : column.codes(MOST_CODES)) {
            Optional<String> meaning = ValueWords.meaning(code, permitted);
            if (meaning.isEmpty()) {
                return 0;
            }
            meant.add(meaning.get());
        }
        return meant.size();
    }
}

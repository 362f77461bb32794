package io.goldsmith.samples.generate;

import java.util.List;
import java.util.Map;

/** Names of companies by the usual patterns: trade and owner, trade and place, two owners, an invented word and its field. */
final class CompanyNames {

    private final FamilyNames familyNames;
    private final Weighted<String> forms;
    private final Weighted<String> trades;
    private final Weighted<String> fields;
    private final List<String> starts;
    private final List<String> ends;
    private final List<String> places;

    CompanyNames(FamilyNames familyNames) {
        this.familyNames = familyNames;
        Map<String, String> words = WordLists.sections("companies.txt");
        forms = Weighted.parse(words.get("forms"));
        trades = Weighted.zipf(WordLists.words(words.get("trades"), "\\|"), 5, 0.8);
        fields = Weighted.zipf(WordLists.words(words.get("fields"), "\\|"), 5, 0.8);
        starts = WordLists.words(words.get("starts"), "\\|");
        ends = WordLists.words(words.get("ends"), "\\|");
        places = WordLists.words(words.get("places"), "\\|");
    }

    CompanyName pick(Draw draw) {
        String base = switch (draw.below(8)) {
            case 0, 1 -> trades.pick(draw) + " " + familyNames.pick(draw);
            case 2 -> trades.pick(draw) + " " + draw.pick(places);
            case 3 -> trades.pick(draw) + " " + familyNames.pick(draw) + (draw.chance(0.5) ? " & Fils" : " et Fils");
            case 4 -> familyNames.pick(draw) + " " + fields.pick(draw);
            case 5 -> familyNames.pick(draw) + " & " + familyNames.pick(draw);
            case 6 -> draw.pick(starts) + draw.pick(ends);
            default -> draw.pick(starts) + draw.pick(ends) + " " + fields.pick(draw);
        };
        return new CompanyName(base, forms.pick(draw));
    }
}

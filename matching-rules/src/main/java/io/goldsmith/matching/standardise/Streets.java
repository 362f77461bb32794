package io.goldsmith.matching.standardise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Street lines: upper-case ASCII words, abbreviations written out by where they stand: {@code 12 bis av. du Gal Leclerc} is
 * {@code 12 BIS AVENUE DU GENERAL LECLERC}, {@code 5 Main St} is {@code 5 MAIN STREET}, {@code 3 r. St Jean} is
 * {@code 3 RUE SAINT JEAN}.
 */
final class Streets {

    private static final Map<String, String> FIRST = abbreviations("street-types");
    private static final Map<String, String> INNER = abbreviations("street-words");
    private static final Map<String, String> LAST = abbreviations("street-endings");
    private static final Pattern NUMBER = Pattern.compile("(\\d+) ?(BIS|TER|QUATER|B|T|Q)?( .*|$)");

    private Streets() {}

    private static Map<String, String> abbreviations(String name) {
        Map<String, String> abbreviations = new HashMap<>();
        for (String line : WordFile.lines(name)) {
            String[] words = line.split("[=,]");
            for (int word = 1; word < words.length; word++) {
                abbreviations.put(words[word].trim(), words[0].trim());
            }
        }
        return Map.copyOf(abbreviations);
    }

    static Standardised standardise(String raw) {
        String folded = Folding.words(raw);
        Matcher number = NUMBER.matcher(folded);
        if (!number.matches()) {
            return Standardised.of(writtenOut(folded));
        }
        String rest = writtenOut(number.group(3).trim());
        String repetition = number.group(2) == null ? "" : repetition(number.group(2), rest);
        return Standardised.of((number.group(1) + repetition + (rest.isEmpty() ? "" : " " + rest)).trim());
    }

    private static String repetition(String letters, String rest) {
        return rest.isEmpty() && letters.length() == 1
                ? " " + letters
                : switch (letters.charAt(0)) {
                    case 'B' -> " BIS";
                    case 'T' -> " TER";
                    default -> " QUATER";
                };
    }

    private static String writtenOut(String words) {
        if (words.isEmpty()) {
            return words;
        }
        String[] tokens = words.split(" ");
        List<String> written = new ArrayList<>(tokens.length);
        for (int position = 0; position < tokens.length; position++) {
            String token = tokens[position];
            boolean last = position == tokens.length - 1;
            if (last && position > 0) {
                written.add(LAST.getOrDefault(token, INNER.getOrDefault(token, token)));
            } else if (position == 0 && !last && FIRST.containsKey(token)) {
                written.add(FIRST.get(token));
            } else {
                written.add(last ? token : INNER.getOrDefault(token, token));
            }
        }
        return String.join(" ", written);
    }
}

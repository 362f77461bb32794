package io.goldsmith.matching.standardise;

/**
 * Company names: upper-case ASCII words without legal form and noise words at either end. {@code &}, {@code and} and {@code und} are
 * {@code ET}, letters that stand alone make one word ({@code S.N.C.F.} is {@code SNCF}), an elided article goes ({@code L'Oréal} is
 * {@code OREAL}), abbreviations are written out.
 */
final class CompanyNames {

    private static final Dictionary LEGAL_FORMS = Dictionary.ofForms("legal-forms");
    private static final int LONGEST_LEGAL_FORM = 6;
    private static final Dictionary NOISE = Dictionary.ofWords("company-noise");
    private static final Dictionary ABBREVIATIONS = Dictionary.ofMeanings("company-words");

    private CompanyNames() {}

    static Standardised standardise(String raw) {
        String folded = Folding.words(withAnd(raw));
        if (Placeholders.COMPANIES.contain(folded)) {
            return Standardised.MISSING;
        }
        Words words = Words.of(folded);
        joinLetters(words);
        writeOut(words);
        boolean dropped = true;
        while (dropped && words.size() > 1) {
            dropped = dropForm(words) || dropNoise(words);
        }
        return Placeholders.COMPANIES.valueOf(words.joined());
    }

    private static String withAnd(String raw) {
        String text = raw.indexOf('&') < 0 ? raw : raw.replace("&", " ET ");
        return text.indexOf('+') < 0 ? text : text.replace("+", " ET ");
    }

    /** Runs of single letters become one word; an elided D or L before a vowel goes. */
    private static void joinLetters(Words words) {
        for (int position = 0; position < words.size() - 1; position++) {
            if (isLetter(words.get(position))) {
                int end = position + 1;
                while (end < words.size() && isLetter(words.get(end))) {
                    end++;
                }
                while (end > position && elides(words, position, end)) {
                    words.remove(end - 1, end);
                    end--;
                }
                if (end > position) {
                    words.set(position, together(words, position, end));
                    words.remove(position + 1, end);
                } else {
                    position--;
                }
            }
        }
    }

    /** Whether the last letter of a run is an article before its noun, and not the end of a legal form. */
    private static boolean elides(Words words, int from, int end) {
        return end < words.size()
                && isElision(words.get(end - 1), words.get(end))
                && !LEGAL_FORMS.contains(together(words, from, end));
    }

    private static String together(Words words, int from, int to) {
        return words.joined(from, to).replace(" ", "");
    }

    private static boolean isLetter(String word) {
        return word.length() == 1 && Character.isLetter(word.charAt(0));
    }

    private static boolean isElision(String word, String next) {
        return (word.equals("D") || word.equals("L")) && next.length() > 1 && "AEIOUYH".indexOf(next.charAt(0)) >= 0;
    }

    private static void writeOut(Words words) {
        for (int position = 0; position < words.size(); position++) {
            words.set(position, ABBREVIATIONS.meaningOrSame(words.get(position)));
        }
    }

    /** Drops one legal form at either end, the longest first, as long as a word is left. */
    private static boolean dropForm(Words words) {
        int size = words.size();
        for (int length = Math.min(LONGEST_LEGAL_FORM, size - 1); length > 0; length--) {
            if (LEGAL_FORMS.contains(words.joined(size - length, size))) {
                words.remove(size - length, size);
                return true;
            }
            if (standsInFront(words.joined(0, length))) {
                words.remove(0, length);
                return true;
            }
        }
        return false;
    }

    /** Of the forms with two letters a few alone stand in front: others are names there ({@code AB}, {@code SE}). */
    private static boolean standsInFront(String form) {
        return switch (form) {
            case "SA", "EI", "SC", "BV", "NV" -> true;
            default -> form.length() > 2 && LEGAL_FORMS.contains(form);
        };
    }

    private static boolean dropNoise(Words words) {
        if (NOISE.contains(words.get(0))) {
            words.remove(0, 1);
            return true;
        }
        if (words.size() > 2 && NOISE.contains(words.last())) {
            words.remove(words.size() - 1, words.size());
            return true;
        }
        return false;
    }
}

package io.goldsmith.matching.standardise;

/**
 * Towns: {@code St-Étienne Cedex 2} is {@code SAINT ETIENNE}, {@code 75015 Paris 15e} is {@code PARIS}, {@code Aulnay s/s Bois} is
 * {@code AULNAY SOUS BOIS}. CEDEX, district and a postcode in the same field go.
 */
final class Towns {

    private static final Dictionary ORDINALS = Dictionary.ofWords("ordinal-endings");
    private static final Dictionary DISTRICTS = Dictionary.ofWords("district-words");
    private static final Dictionary ABBREVIATIONS = Dictionary.ofMeanings("town-words");

    private Towns() {}

    static Standardised standardise(String raw) {
        String folded = Folding.words(raw.indexOf('/') < 0 ? raw : withoutSlashes(raw));
        if (Placeholders.ADDRESSES.contain(folded)) {
            return Standardised.MISSING;
        }
        if (folded.indexOf(' ') < 0 && !startsWithDigit(folded)) {
            return folded.equals("CEDEX") ? Standardised.MISSING : new Standardised.Value(folded);
        }
        Words words = Words.of(folded);
        int length;
        do {
            length = words.size();
            dropPostcode(words);
            dropCedex(words);
            dropDistrict(words);
        } while (words.size() < length);
        for (int position = 0; position < words.size() - 1; position++) {
            words.set(position, ABBREVIATIONS.meaningOrSame(words.get(position)));
        }
        return Placeholders.ADDRESSES.valueOf(words.joined());
    }

    /** {@code s/s} is SOUS, {@code s/} is SUR, {@code a/d} is AN DER; other slashes part words. */
    private static String withoutSlashes(String raw) {
        String text = " " + raw;
        text = text.replace(" s/s ", " sous ").replace(" S/S ", " SOUS ").replace("-s/s-", " sous ");
        text = text.replace(" s/ ", " sur ")
                .replace(" S/ ", " SUR ")
                .replace(" s/", " sur ")
                .replace(" S/", " SUR ");
        return text.replace(" a/d ", " an der ").replace("/s/", " sur ").replace("-s/", " sur ");
    }

    /** A postcode in front, behind its country or not, or a British one behind; never the only word. */
    private static void dropPostcode(Words words) {
        int front = words.size() > 2 && Postcodes.isCountryPrefix(words.get(0)) && isPostcode(words.get(1)) ? 2 : 0;
        if (front == 0 && words.size() > 1 && isPostcode(words.get(0))) {
            boolean dutch = words.size() > 2 && words.get(0).length() == 4 && isDutchLetters(words.get(1));
            front = dutch ? 2 : 1;
        }
        if (front > 0) {
            words.remove(0, front);
        }
        int size = words.size();
        if (size > 2 && Postcodes.isBritish(words.get(size - 2) + words.get(size - 1))) {
            words.remove(size - 2, size);
        } else if (size > 1 && isPostcode(words.last())) {
            words.remove(size - 1, size);
        }
    }

    private static boolean isPostcode(String word) {
        return (word.length() == 4 || word.length() == 5) && CheckDigits.areDigits(word, 0, word.length());
    }

    private static boolean isDutchLetters(String word) {
        return word.length() == 2
                && Character.isLetter(word.charAt(0))
                && !DISTRICTS.contains(word)
                && !ABBREVIATIONS.contains(word)
                && !"LE LA".contains(word);
    }

    private static void dropCedex(Words words) {
        for (int position = 0; position < words.size(); position++) {
            if (words.get(position).equals("CEDEX")) {
                words.remove(position, words.size());
            }
        }
    }

    /** {@code PARIS 15}, {@code PARIS 15E ARRONDISSEMENT}, {@code LYON 3 EME}, {@code PARIS 75}. */
    private static void dropDistrict(Words words) {
        int end = words.size();
        if (end > 2 && DISTRICTS.contains(words.last())) {
            end--;
        }
        if (end > 2 && ORDINALS.contains(words.get(end - 1)) && startsWithDigit(words.get(end - 2))) {
            end--;
        }
        if (end > 1 && isDistrict(words.get(end - 1))) {
            words.remove(end - 1, words.size());
        }
    }

    private static boolean isDistrict(String word) {
        int digits = 0;
        while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9') {
            digits++;
        }
        return digits > 0 && digits <= 2 && (digits == word.length() || ORDINALS.contains(word.substring(digits)));
    }

    private static boolean startsWithDigit(String word) {
        return !word.isEmpty() && word.charAt(0) >= '0' && word.charAt(0) <= '9';
    }
}

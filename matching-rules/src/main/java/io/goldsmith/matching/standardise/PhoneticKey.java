package io.goldsmith.matching.standardise;

/**
 * A phonetic key for names in standard form (upper-case ASCII): names that sound alike to a French or English ear mostly share it. It
 * is a consonant skeleton, French spellings first: {@code DUPOND} and {@code DUPONT}, {@code PHILIPPE} and {@code FILIP},
 * {@code RENAUD} and {@code RENAULT} agree.
 */
public final class PhoneticKey {

    private static final String[][] SPELLINGS = {
        {"EAUX", "O"},
        {"EAU", "O"},
        {"AULT", "O"},
        {"AUD", "O"},
        {"AUX", "O"},
        {"AU", "O"},
        {"OEU", "E"},
        {"SCH", "S"},
        {"SH", "S"},
        {"CH", "S"},
        {"PH", "F"},
        {"GN", "N"},
        {"QU", "K"},
        {"CK", "K"},
        {"CQ", "K"},
        {"GUE", "GE "},
        {"GUI", "GI "},
        {"CE", "SE"},
        {"CI", "SI"},
        {"CY", "SI"},
        {"GE", "JE"},
        {"GI", "JI"},
        {"GY", "JI"},
        {"TION", "SION"},
        {"X", "KS"}
    };
    private static final int LONGEST = 8;

    private PhoneticKey() {}

    /** The key, at most eight letters; empty if the name holds no letter. */
    public static String of(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        for (int position = 0; position < name.length(); position++) {
            char c = name.charAt(position);
            if (c >= 'A' && c <= 'Z') {
                letters.append(c);
            }
        }
        dropSilentEnding(letters);
        String spelt = respell(letters);
        return skeleton(spelt);
    }

    private static void dropSilentEnding(StringBuilder letters) {
        while (letters.length() > 3 && "ESTDXZP".indexOf(letters.charAt(letters.length() - 1)) >= 0) {
            letters.setLength(letters.length() - 1);
        }
        if (letters.length() > 3 && letters.lastIndexOf("AUL") == letters.length() - 3) {
            letters.setLength(letters.length() - 1);
        }
    }

    private static String respell(StringBuilder letters) {
        String name = letters.toString();
        StringBuilder spelt = new StringBuilder(name.length());
        int position = 0;
        while (position < name.length()) {
            int spelling = spellingAt(name, position);
            if (spelling < 0) {
                spelt.append(name.charAt(position));
                position++;
            } else {
                spelt.append(SPELLINGS[spelling][1]);
                position += SPELLINGS[spelling][0].length();
            }
        }
        return spelt.toString();
    }

    private static int spellingAt(String name, int position) {
        for (int spelling = 0; spelling < SPELLINGS.length; spelling++) {
            if (name.startsWith(SPELLINGS[spelling][0], position)) {
                return spelling;
            }
        }
        return -1;
    }

    private static String skeleton(String spelt) {
        StringBuilder key = new StringBuilder(LONGEST);
        char last = 0;
        for (int position = 0; position < spelt.length() && key.length() < LONGEST; position++) {
            char sound = sound(spelt.charAt(position));
            boolean vowel = sound == 'A';
            if (sound != ' ' && sound != last && (!vowel || key.isEmpty())) {
                key.append(sound);
            }
            if (sound != ' ') {
                last = sound;
            }
        }
        return key.toString();
    }

    private static char sound(char letter) {
        return switch (letter) {
            case 'A', 'E', 'I', 'O', 'U', 'Y' -> 'A';
            case 'H', ' ' -> ' ';
            case 'C', 'Q' -> 'K';
            case 'W' -> 'V';
            case 'Z' -> 'S';
            case 'M' -> 'N';
            default -> letter;
        };
    }
}

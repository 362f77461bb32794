package io.goldsmith.matching.standardise;

import java.nio.charset.StandardCharsets;

/**
 * A phonetic key for names in standard form (upper-case ASCII): names that sound alike to a French, English, German, Spanish, Italian or
 * Dutch ear mostly share it. It is a consonant skeleton read by the spellings of these languages, French first where they differ:
 * {@code DUPOND} and {@code DUPONT}, {@code PHILIPPE} and {@code FILIP}, {@code RENAUD} and {@code RENAULT}, {@code MEYER} and
 * {@code MAIER}, {@code SCHMIDT} and {@code SCHMITT}, {@code GONZALEZ} and {@code GONZALES}, {@code DIJKSTRA} and {@code DYKSTRA} agree.
 */
public final class PhoneticKey {

    private static final int LONGEST = 8;
    private static final int SHORTEST_CUT = 3;

    private final byte[] name;
    private final int length;
    private final byte[] key = new byte[LONGEST];
    private int size;
    private char last;

    private PhoneticKey(String text) {
        byte[] letters = new byte[text.length()];
        int count = 0;
        for (int position = 0; position < text.length(); position++) {
            char c = text.charAt(position);
            if (c >= 'A' && c <= 'Z') {
                letters[count++] = (byte) c;
            }
        }
        this.name = letters;
        this.length = withoutSilentEnding(letters, count);
    }

    /** The key, at most eight letters; empty if the name holds no letter. */
    public static String of(String name) {
        PhoneticKey phonetic = new PhoneticKey(name);
        phonetic.read();
        return new String(phonetic.key, 0, phonetic.size, StandardCharsets.ISO_8859_1);
    }

    private static int withoutSilentEnding(byte[] letters, int count) {
        int length = count;
        while (length > SHORTEST_CUT && "ESTDXZP".indexOf(letters[length - 1]) >= 0) {
            length--;
        }
        // ARNAULT sounds like ARNAUD, but PAUL keeps its L.
        boolean silentL = length < count
                && length > SHORTEST_CUT
                && letters[length - 1] == 'L'
                && letters[length - 2] == 'U'
                && letters[length - 3] == 'A'
                && "TDX".indexOf(letters[length]) >= 0;
        return silentL ? length - 1 : length;
    }

    private char at(int position) {
        return position < length && position >= 0 ? (char) name[position] : ' ';
    }

    private void sound(char sound) {
        if (sound != last && size < LONGEST) {
            key[size++] = (byte) sound;
        }
        last = sound;
    }

    /** A vowel parts two equal consonants; at the front alone it is heard. */
    private void vowel() {
        if (size == 0) {
            key[size++] = 'A';
        }
        last = 'A';
    }

    private void read() {
        int position = silentFront();
        while (position < length && size < LONGEST) {
            position += read(position);
        }
    }

    /** KNIGHT, WRIGHT, PSAUME: the first consonant is not heard. */
    private int silentFront() {
        char first = at(0);
        char second = at(1);
        boolean silent = second == 'N' && (first == 'K' || first == 'G' || first == 'P')
                || second == 'R' && first == 'W'
                || second == 'S' && first == 'P';
        return silent ? 1 : 0;
    }

    /** Reads the letter at a position with what belongs to it; answers how many letters that were. */
    private int read(int position) {
        char c = at(position);
        char next = at(position + 1);
        switch (c) {
            case 'A', 'E', 'O', 'U', 'I' -> {
                vowel();
                return c == 'I' && next == 'J' && !isVowel(at(position + 2)) ? 2 : 1;
            }
            case 'Y' -> {
                if (position == 0 && isVowel(next)) {
                    sound('J');
                } else {
                    vowel();
                }
                return 1;
            }
            case 'H' -> {
                return 1;
            }
            case 'C' -> {
                return readC(position, next);
            }
            case 'G' -> {
                return readG(position, next);
            }
            case 'S' -> {
                sound('S');
                return next == 'C' && at(position + 2) == 'H' ? 3 : next == 'H' || next == 'Z' ? 2 : 1;
            }
            case 'T' -> {
                return readT(position, next);
            }
            case 'D' -> {
                sound(next == 'T' ? 'T' : 'D');
                return next == 'T' ? 2 : 1;
            }
            case 'P' -> {
                sound(next == 'H' ? 'F' : 'P');
                return next == 'H' ? 2 : 1;
            }
            case 'Q' -> {
                sound('K');
                return next == 'U' ? 2 : 1;
            }
            case 'X' -> {
                sound('K');
                sound('S');
                return 1;
            }
            case 'Z' -> {
                sound('S');
                return 1;
            }
            case 'V', 'W' -> {
                sound('F');
                return 1;
            }
            case 'M' -> {
                sound(next == 'B' || next == 'P' || next == ' ' ? 'N' : 'M');
                return 1;
            }
            default -> {
                sound(c);
                return 1;
            }
        }
    }

    private int readC(int position, char next) {
        char behind = at(position + 2);
        if (next == 'H') {
            // CHRISTIAN and CHLOE have a K, CHARLES and MICHEL have not.
            boolean hard = behind == 'R' || behind == 'L' || behind == 'N';
            sound(hard ? 'K' : 'S');
            return 2;
        }
        if (next == 'Z' || isSoftening(next)) {
            sound('S');
            return next == 'Z' ? 2 : 1;
        }
        sound('K');
        return next == 'K' || next == 'Q' ? 2 : 1;
    }

    private int readG(int position, char next) {
        if (next == 'N') {
            sound('N');
            return 2;
        }
        if (next == 'U' && isSoftening(at(position + 2))) {
            sound('G');
            return 2;
        }
        if (next == 'H') {
            // WRIGHT and HUGH are silent, BERGH is not.
            boolean silent = last == 'A' && size > 0 && !isVowel(at(position + 2));
            if (!silent) {
                sound('G');
            }
            return 2;
        }
        sound(isSoftening(next) ? 'J' : 'G');
        return 1;
    }

    private int readT(int position, char next) {
        char behind = at(position + 2);
        if (next == 'Z') {
            sound('S');
            return 2;
        }
        if (next == 'C' && behind == 'H') {
            sound('S');
            return 3;
        }
        if (next == 'S' && behind == 'C' && at(position + 3) == 'H') {
            sound('S');
            return 4;
        }
        // The end of NATION; CHRISTIAN has its T.
        sound(next == 'I' && behind == 'O' && at(position + 3) == 'N' ? 'S' : 'T');
        return 1;
    }

    private static boolean isSoftening(char c) {
        return c == 'E' || c == 'I' || c == 'Y';
    }

    private static boolean isVowel(char c) {
        return c == 'A' || c == 'E' || c == 'I' || c == 'O' || c == 'U' || c == 'Y';
    }
}

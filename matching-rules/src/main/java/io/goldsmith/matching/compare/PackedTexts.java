package io.goldsmith.matching.compare;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Numbered texts in the form that the kernels read: Latin-1 bytes side by side, with a mask of the letters that each text holds. Texts
 * that are empty, longer than 64 characters or not Latin-1 are not packed and stay with their source; a packed text costs twenty bytes
 * beside its letters. Immutable, thread-safe.
 */
final class PackedTexts {

    /** The most characters of a packed text: as many as a long has bits. */
    static final int LONGEST = 64;

    private static final int PADDING = 2 * EightBytes.LENGTH;

    private final IntFunction<String> source;
    private final byte[] bytes;
    private final int[] starts;
    private final long[] letters;
    private final long[] firstEights;

    private PackedTexts(IntFunction<String> source, byte[] bytes, int[] starts, long[] letters) {
        this.source = source;
        this.bytes = bytes;
        this.starts = starts;
        this.letters = letters;
        this.firstEights = new long[letters.length];
        for (int number = 0; number < firstEights.length; number++) {
            firstEights[number] = EightBytes.first(EightBytes.at(bytes, starts[number]), length(number));
        }
    }

    /**
     * Packs the texts from 0 to below {@code size}.
     *
     * @param source number to text; kept for the texts that cannot be packed, so it must go on giving the same
     */
    static PackedTexts of(int size, IntFunction<String> source) {
        byte[] bytes = new byte[Math.max(16, Math.multiplyExact(Math.min(size, Integer.MAX_VALUE / 32), 12))];
        int[] starts = new int[size + 1];
        long[] letters = new long[size];
        int end = 0;
        for (int number = 0; number < size; number++) {
            starts[number] = end;
            String text = source.apply(number);
            if (text.length() > LONGEST || end > Integer.MAX_VALUE - 3 * LONGEST) {
                continue;
            }
            if (bytes.length - end < LONGEST) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, end + LONGEST + end / 2L));
            }
            long mask = 0;
            int beyond = 0;
            for (int position = 0; position < text.length(); position++) {
                char c = text.charAt(position);
                beyond |= c >>> 8;
                mask |= 1L << c;
                bytes[end + position] = (byte) c;
            }
            if (beyond == 0) {
                letters[number] = mask;
                end += text.length();
            }
        }
        starts[size] = end;
        return new PackedTexts(source, Arrays.copyOf(bytes, end + PADDING), starts, letters);
    }

    /** The bytes of all packed texts; sixteen more can be read behind the last. */
    byte[] bytes() {
        return bytes;
    }

    /** Where a packed text begins. */
    int start(int number) {
        return starts[number];
    }

    /** The first eight bytes of a packed text, zeros behind a shorter one; at hand without a look at where the text lies. */
    long firstEight(int number) {
        return firstEights[number];
    }

    /** How long a packed text is; 0 if it is not packed. */
    int length(int number) {
        return starts[number + 1] - starts[number];
    }

    /** How long a text is, packed or not. */
    int characters(int number) {
        int length = length(number);
        return length > 0 ? length : text(number).length();
    }

    /** A bit for each residue, modulo 64, of the characters of a packed text: different bits mean different letters. */
    long letters(int number) {
        return letters[number];
    }

    /** The text itself. */
    String text(int number) {
        return source.apply(number);
    }

    /** Whether two texts are the same. */
    boolean same(int one, int other) {
        int length = length(one);
        if (length != length(other) || letters[one] != letters[other]) {
            return false;
        }
        return length == 0
                ? text(one).equals(text(other))
                : Arrays.equals(bytes, starts[one], starts[one] + length, bytes, starts[other], starts[other] + length);
    }
}

package io.goldsmith.matching.record;

/** Checks that bytes are UTF-8 as the Unicode standard defines it (table 3-7): no overlong form, no surrogate, nothing past U+10FFFF. */
final class Utf8Text {

    private Utf8Text() {}

    /** Where the first malformed sequence starts among the first {@code length} bytes; -1 if there is none. */
    static int firstMalformed(byte[] bytes, int length) {
        int position = 0;
        while (position < length) {
            if (bytes[position] >= 0) {
                position++;
            } else {
                int sequence = sequenceLength(bytes, position, length);
                if (sequence == 0) {
                    return position;
                }
                position += sequence;
            }
        }
        return -1;
    }

    /** How many bytes the character of several bytes has that starts here; 0 if it is malformed. */
    private static int sequenceLength(byte[] bytes, int start, int length) {
        int lead = bytes[start] & 0xff;
        int expected = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead <= 0xf4 ? 4 : 0;
        if (lead < 0xc2 || expected == 0 || start + expected > length) {
            return 0;
        }
        for (int position = start + 1; position < start + expected; position++) {
            if ((bytes[position] & 0xc0) != 0x80) {
                return 0;
            }
        }
        int second = bytes[start + 1] & 0xff;
        boolean wrong = lead == 0xe0 && second < 0xa0
                || lead == 0xed && second > 0x9f
                || lead == 0xf0 && second < 0x90
                || lead == 0xf4 && second > 0x8f;
        return wrong ? 0 : expected;
    }
}

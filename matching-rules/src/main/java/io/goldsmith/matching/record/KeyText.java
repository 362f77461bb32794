package io.goldsmith.matching.record;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Texts as bytes that sort like their code points: UTF-8, in which a lone surrogate, which no UTF-8 has, keeps the three bytes that its
 * number would take (WTF-8), so that every text comes back as it was.
 */
final class KeyText {

    private KeyText() {}

    static byte[] encode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean faithful = text.chars().noneMatch(c -> Character.isSurrogate((char) c))
                || new String(bytes, StandardCharsets.UTF_8).equals(text);
        return faithful ? bytes : encodeSurrogates(text);
    }

    private static byte[] encodeSurrogates(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text.codePoints().forEach(codePoint -> {
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                bytes.write(0xe0 | codePoint >> 12);
                bytes.write(0x80 | codePoint >> 6 & 0x3f);
                bytes.write(0x80 | codePoint & 0x3f);
            } else {
                bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }

    static String decode(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder();
        int plain = from;
        for (int position = from; position + 2 < to; position++) {
            if (bytes[position] == (byte) 0xed && (bytes[position + 1] & 0xe0) == 0xa0) {
                text.append(new String(bytes, plain, position - plain, StandardCharsets.UTF_8));
                text.append((char) (0xd000 | (bytes[position + 1] & 0x3f) << 6 | bytes[position + 2] & 0x3f));
                position += 2;
                plain = position + 1;
            }
        }
        String rest = new String(bytes, plain, to - plain, StandardCharsets.UTF_8);
        return text.length() == 0 ? rest : text.append(rest).toString();
    }
}

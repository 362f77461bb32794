package io.goldsmith.mdm.reference;

import io.goldsmith.mdm.source.ContentHash;
import java.util.List;

/** By what entries are found: 64 bits of a digest, so that one narrow index serves. Who finds an entry compares its texts too. */
final class LookupKey {

    private static final int HEX_DIGITS = 16;

    private LookupKey() {}

    static long of(String... texts) {
        return Long.parseUnsignedLong(ContentHash.of(List.of(texts)).substring(0, HEX_DIGITS), 16);
    }
}

package io.goldsmith.dmp;

import java.util.Optional;

/** The values of settings that a file leaves out, which binding gives as null. */
final class Defaults {

    private Defaults() {}

    static <T> T or(T bound, T otherwise) {
        return Optional.ofNullable(bound).orElse(otherwise);
    }
}

package io.goldsmith.matching.compare;

/** A plugged-in level: the same vowels in order. Named in {@code META-INF/services} of the tests. */
public final class SameVowels implements CustomLevel {

    @Override
    public String name() {
        return "same-vowels";
    }

    @Override
    public boolean holds(String one, String other) {
        return one.replaceAll("[^AEIOUY]", "").equals(other.replaceAll("[^AEIOUY]", ""));
    }
}

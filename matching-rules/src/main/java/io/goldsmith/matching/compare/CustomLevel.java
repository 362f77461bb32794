package io.goldsmith.matching.compare;

/**
 * A level's test of your own, used in configuration as {@code custom:NAME}. Implementations are found by {@link java.util.ServiceLoader}
 * and called from many threads at once.
 */
public interface CustomLevel {

    /** The name in configuration: lower-case letters, digits and hyphens, and no other plug-in's. */
    String name();

    /**
     * Whether the level holds for two different values in standard form. The answer must depend on the two values alone and must be
     * symmetric: the value that sorts first is given first.
     */
    boolean holds(String one, String other);
}

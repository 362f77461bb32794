package io.goldsmith.matching.block;

import java.util.Objects;

/**
 * One part of a blocking key: a transform of one attribute.
 *
 * @param attribute the attribute's name
 * @param transform one of {@link Blocking#transformWords()}; {@code whole} if not given
 */
public record KeyPart(String attribute, String transform) {

    public KeyPart {
        Objects.requireNonNull(attribute, "attribute");
        transform = transform == null || transform.isEmpty() ? "whole" : transform;
    }

    /** The part as a person reads it, for example {@code family_name phonetic}. */
    public String text() {
        return transform.equals("whole") ? attribute : attribute + " " + transform;
    }
}

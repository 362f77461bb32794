package io.goldsmith.matching.standardise;

import java.util.Objects;

/**
 * One part of a derived attribute: what a transform takes of another attribute's values.
 *
 * @param attribute the other attribute's name: one of the record's own, or one derived before
 * @param transform one of {@link ValueTransform#words()}; {@code whole} if not given
 */
public record DerivedPart(String attribute, String transform) {

    public DerivedPart {
        Objects.requireNonNull(attribute, "attribute");
        transform = transform == null || transform.isEmpty() ? "whole" : transform;
    }
}

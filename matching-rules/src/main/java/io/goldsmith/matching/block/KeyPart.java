package io.goldsmith.matching.block;

import java.util.Objects;

/**
 * One part of a blocking key: a transform of one attribute.
 *
 * @param attribute the attribute's name
 * @param transform {@code whole}, {@code prefix:N}, {@code phonetic}, {@code year}, {@code postcode-area}, {@code first-letter},
 *     {@code first-token}, {@code digits-suffix:N} or {@code sorted-letters}; {@code whole} if not given
 */
public record KeyPart(String attribute, String transform) {

    public KeyPart {
        Objects.requireNonNull(attribute, "attribute");
        transform = transform == null || transform.isEmpty() ? "whole" : transform;
    }
}

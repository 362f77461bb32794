package io.goldsmith.matching.survive;

/**
 * From which trust on sources that disagree are a conflict for a person to settle.
 *
 * @param trust the trust score, 0 to 100, that each of at least two source systems needs; trust is counted without decay, and half where
 *     a warning rule failed
 */
public record ConflictLevel(int trust) {}

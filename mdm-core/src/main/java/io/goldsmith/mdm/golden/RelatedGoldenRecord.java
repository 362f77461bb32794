package io.goldsmith.mdm.golden;

/**
 * A relation as seen from one golden record.
 *
 * @param kind {@code contact}, {@code establishment}, {@code group} or {@code household}
 * @param role the role given by the source, may be empty
 * @param outgoing whether the relation starts at this golden record
 * @param other the golden record at the other end
 */
public record RelatedGoldenRecord(String kind, String role, boolean outgoing, GoldenId other) {}

package io.goldsmith.matching.survive;

import io.goldsmith.matching.record.RecordId;
import java.time.Instant;

/**
 * Where a value that the hub wrote into a source was first known. It keeps that age and gains nothing by coming back: while its
 * origin is in the cluster, the echo is no candidate of its own.
 *
 * @param origin the source record that had it first
 * @param version the version of the origin
 * @param asOf when the origin last changed or verified it
 * @param trust how far the origin's source is believed
 */
public record Echo(RecordId origin, int version, Instant asOf, SourceTrust trust) {}

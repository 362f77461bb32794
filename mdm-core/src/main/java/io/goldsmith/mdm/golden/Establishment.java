package io.goldsmith.mdm.golden;

/**
 * That one golden record is an establishment of another: derived from their identifiers, whatever sources say of it.
 *
 * @param legalUnit has the SIREN, and no SIRET
 * @param establishment has a SIRET that begins with it
 */
public record Establishment(GoldenId legalUnit, GoldenId establishment) {}

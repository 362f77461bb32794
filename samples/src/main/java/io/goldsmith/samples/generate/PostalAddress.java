package io.goldsmith.samples.generate;

/**
 * Where somebody lives, as a system writes it.
 *
 * @param street house number and street in one line
 * @param postcode five digits, a leading zero included
 * @param town the town's name
 * @param country ISO 3166 code of two letters
 */
public record PostalAddress(String street, String postcode, String town, String country) {}

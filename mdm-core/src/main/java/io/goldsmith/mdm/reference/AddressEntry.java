package io.goldsmith.mdm.reference;

/**
 * An entry that was looked up.
 *
 * @param edition the number of its edition
 * @param written as the reference writes it
 * @param form the same in standard form
 */
record AddressEntry(long edition, ReferenceEntry.Address written, AddressForm form) {}

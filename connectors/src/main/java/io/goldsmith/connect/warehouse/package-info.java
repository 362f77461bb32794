/**
 * Loads the DMP's warehouse. Golden records flow in, as far as their sources allow the DMP's purpose; profiles without direct identifiers, keyed by a
 * keyed hash, flow out.
 */
package io.goldsmith.connect.warehouse;

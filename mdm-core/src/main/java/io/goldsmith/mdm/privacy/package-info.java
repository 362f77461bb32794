/**
 * What keeps customers apart from their data elsewhere. Golden ids come in, pseudonymous profile keys go out; who does not hold the
 * hub's profile key cannot go the way back.
 */
package io.goldsmith.mdm.privacy;

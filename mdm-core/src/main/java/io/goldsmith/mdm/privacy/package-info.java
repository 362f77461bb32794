/**
 * The rights of persons. Facts about consent, requests and the suppression list come in beside golden ids; answers go out: what may be
 * served, what is restricted, what the hub holds, and receipts of what was erased. Pseudonymous profile keys, too, are made here: who
 * does not hold the hub's profile key cannot go the way back.
 */
package io.goldsmith.mdm.privacy;

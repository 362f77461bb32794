/**
 * Brings target systems to the golden state. Change events of the outbox flow in, become deliveries of state in the ledger, and flow out as files or
 * requests; acknowledgements flow back and close them.
 */
package io.goldsmith.connect.replicate;

/**
 * The stewards' work queue and what they decide. Resolution proposes possible duplicates; decisions flow back into it as facts that
 * name source records and outrank every score.
 */
package io.goldsmith.mdm.stewardship;

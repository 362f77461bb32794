/**
 * Resolution: pending source records flow in; standard records, scored pairs, cross-references, golden records, tasks and change
 * events flow out. One record after the other or a whole batch, by the same pieces and with the same results.
 */
package io.goldsmith.mdm.resolution;

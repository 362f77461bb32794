/**
 * Records come in as attribute values or as CSV files cut in batches, and go on as a table of dictionary-encoded columns, ordered by
 * record id, whatever the order and the threads that they came by. Results are written back as CSV.
 */
package io.goldsmith.matching.record;

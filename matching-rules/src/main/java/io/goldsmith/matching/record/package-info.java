/**
 * Records come in as attribute values or CSV lines and go on as a table of dictionary-encoded columns, ordered by record id. Results are written back as CSV.
 */
package io.goldsmith.matching.record;

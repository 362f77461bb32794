/**
 * What {@code bench connect} measures: rows flow from a table or a file through a connector into a hub's landed records, beside the same read and a bare insert of the same
 * rows; changes flow from a source to the last target, beside a clock.
 */
package io.goldsmith.bench.connect;

/**
 * Golden records as they are read: by id, by version, by search, as a stream, with their source records, orders and relations. The
 * rows come from resolution; what goes out are immutable records.
 */
package io.goldsmith.mdm.golden;

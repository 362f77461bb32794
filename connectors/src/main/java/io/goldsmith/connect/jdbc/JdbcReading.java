package io.goldsmith.connect.jdbc;

import io.goldsmith.connect.spi.RecordReading;
import java.time.Instant;

/**
 * Who takes the rows of a query without landing them.
 *
 * @param asOf when the query was sent: it shows nothing that was committed later
 */
record JdbcReading(Instant asOf, RecordReading reading) {}

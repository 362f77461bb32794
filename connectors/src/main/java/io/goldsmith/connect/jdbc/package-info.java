/**
 * Reads tables by JDBC, through Camel routes. Rows flow in ordered by their last change, a fetch at a time, starting a little before the watermark;
 * deliveries flow out to the hub.
 */
package io.goldsmith.connect.jdbc;

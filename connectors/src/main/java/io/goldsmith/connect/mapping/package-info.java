/**
 * Rows of outside systems become deliveries to the hub, and golden values become columns again. In come rows, whatever they were read from; out go
 * records, orders and relations, or an unreadable row with its reason.
 */
package io.goldsmith.connect.mapping;

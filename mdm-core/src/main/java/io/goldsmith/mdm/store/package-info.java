/**
 * The only room that opens the hub's database. Work comes in as a function of a {@link io.goldsmith.mdm.store.Transaction}; rows
 * go out through Hibernate for what is read and changed one by one, through JDBC for what moves in bulk.
 */
package io.goldsmith.mdm.store;

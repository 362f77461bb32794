/**
 * Profiles flow in; they come to rest on the pseudonymous floor, and their anonymous projection on the anonymous one, each
 * a DuckDB database of its own. Every load leaves a privacy report, in the database and beside it as a file.
 */
package io.goldsmith.dmp.warehouse;

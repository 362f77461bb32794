/**
 * The sections {@code connectors} and {@code replication} of a hub's {@code goldsmith.yaml} as typed records. In come the bound values of
 * the file; out go immutable settings, with every default filled in, that the other rooms build routes from.
 */
package io.goldsmith.connect.settings;

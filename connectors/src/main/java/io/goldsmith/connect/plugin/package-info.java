/**
 * Connectors of third parties: kinds are found in the jars of the hub's folder {@code plugins/}, the systems that they read become connectors like the hub's own. Rows
 * flow through here from a {@link io.goldsmith.connect.spi.RowSource} into landing, a preview or a comparison.
 */
package io.goldsmith.connect.plugin;

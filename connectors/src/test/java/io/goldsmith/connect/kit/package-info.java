/**
 * The contract test kit for kinds of connectors, published as the test artifact of this module. A third party extends
 * {@link io.goldsmith.connect.kit.ConnectorKindContract}, hands it a real system, and runs what comes with it.
 */
package io.goldsmith.connect.kit;

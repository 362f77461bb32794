/**
 * What a connector is, and what it is given: a run to land deliveries with, the watermarks of its streams, and a policy for trying again. Deliveries
 * flow through here on their way into the hub.
 */
package io.goldsmith.connect.spi;

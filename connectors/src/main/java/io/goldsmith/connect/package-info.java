/**
 * The hub's border. Rows of outside systems flow in and become deliveries that the hub lands; change events flow out and bring the target systems to
 * the golden state; profiles flow to the DMP's warehouse. {@link io.goldsmith.connect.Connectors} starts and stops it all.
 */
package io.goldsmith.connect;

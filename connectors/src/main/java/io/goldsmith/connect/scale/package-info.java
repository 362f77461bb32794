/**
 * How the nodes of a hub share work by Kafka. Deliveries of an extraction flow into a topic, by source record, and whichever node has their partition lands them; what became of
 * them flows back by the database to the node that extracts. Of golden ids, each node is told which are its own to bring to targets.
 */
package io.goldsmith.connect.scale;

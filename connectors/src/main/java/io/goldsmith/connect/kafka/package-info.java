/**
 * Reads topics of Kafka as a member of a consumer group. Messages flow in, in the order of each partition, and are handed to the landing of messages;
 * the group's offsets move when they are landed, never before.
 */
package io.goldsmith.connect.kafka;

/**
 * Reads queues and topics of a broker by Jakarta Messaging. Messages flow in through a transacted session and are handed to the landing of messages; the
 * session commits when they are landed, never before.
 */
package io.goldsmith.connect.jms;

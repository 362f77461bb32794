/**
 * Captures the changes of PostgreSQL tables by logical decoding. What the tables have when it begins flows in as a snapshot, and from then on each committed
 * insert, update and delete; messages flow out to the landing of messages, and the server is told how far it landed, never before.
 */
package io.goldsmith.connect.capture;

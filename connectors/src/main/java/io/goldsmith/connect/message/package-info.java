/**
 * Sources that send messages, whatever they are sent through. Messages flow in through a reader of their own kind, become deliveries by the mapping
 * of their stream, are landed, and only then does the sender hear that they are.
 */
package io.goldsmith.connect.message;

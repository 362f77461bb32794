/**
 * Systems that send by themselves. Requests of the hub's web service flow in, shown to be their system's; deliveries are landed before they are
 * answered, and an answer says of each item what became of it. The same request under the same idempotency key gets the same answer.
 */
package io.goldsmith.connect.push;

/**
 * The outbox. Change events come in, written in the transaction that changes a golden record; they go out in one order that all
 * consumers see, each from its own cursor.
 */
package io.goldsmith.mdm.publish;

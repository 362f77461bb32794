/**
 * Whose turn it is, over all nodes on one database: names of work flow in, and out comes whether this node may do it now. One node at a time extracts a connector
 * or writes a target.
 */
package io.goldsmith.connect.turn;

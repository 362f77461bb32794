/**
 * The steward console: one controller per page. What the hub knows flows in and becomes pages; what a steward decides flows back into
 * the hub.
 */
package io.goldsmith.app.console;

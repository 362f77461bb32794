/**
 * Reads files that a system drops in an inbox, through a Camel route. Files flow in when they are complete, packed or not; deliveries flow
 * out to the hub item by item, whatever the files are written as, and the files on to {@code done} or {@code failed}.
 */
package io.goldsmith.connect.file;

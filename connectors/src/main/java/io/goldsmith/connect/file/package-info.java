/**
 * Reads delimited files that a system drops in an inbox, through a Camel route. Files flow in when they are complete; deliveries flow out to the hub line by
 * line, and the files on to {@code done} or {@code failed}.
 */
package io.goldsmith.connect.file;
